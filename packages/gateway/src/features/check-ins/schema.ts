import { recordPulseCheckInPayload } from "./pulse-check-in.input.js";
import { PulseCheckInMutations } from "./pulse-check-in.mutations.js";
import { pulseCheckIn, viewerPulseCheckIns } from "./pulse-check-in.selection.js";
import { ViewerPulseCheckIns } from "./pulse-check-in.type.js";
import { PulseTrendResolver } from "./pulse-trend.resolver.js";

export const resolvers = [ViewerPulseCheckIns, PulseCheckInMutations, PulseTrendResolver];
export const selections = [pulseCheckIn, viewerPulseCheckIns, recordPulseCheckInPayload];
