import { pulseCheckIn, viewerPulseCheckIns } from "./pulse-check-in.selection.js";
import { ViewerPulseCheckIns } from "./pulse-check-in.type.js";
import { PulseTrendResolver } from "./pulse-trend.resolver.js";

export const resolvers = [ViewerPulseCheckIns, PulseTrendResolver];
export const selections = [pulseCheckIn, viewerPulseCheckIns];
