export { type RecordPulseCheckInInput, recordPulseCheckInInput } from "./pulse-check-in.input.js";
