export { lastOfEachDay, type PulseDay } from "./last-of-each-day.js";
export { pulseCheckInAccess } from "./pulse-check-in.access.js";
export { PULSE_DIMENSIONS, type PulseAnswers, type PulseCheckIn, type PulseDimension } from "./pulse-check-in.js";
export { LEAST_DAYS, type PulseCourse, type PulseSpan, type PulseTrend, pulseTrend } from "./pulse-trend.js";
export {
  LATEST_ARRIVAL_DAYS,
  type NewPulseCheckIn,
  type RecordPulseCheckInRefusal,
  recordPulseCheckIn,
} from "./record-pulse-check-in.js";
