export { pulseCheckIn } from "./pulse-check-in.selection.js";
export { PulseCheckIn } from "./pulse-check-in.type.js";
