import type { Viewer } from "../members/index.js";
import type { PulseCheckIn } from "./pulse-check-in.js";

/** Who sees a check-in: its member, and nobody else. */
export function pulseCheckInAccess(checkIn: Pick<PulseCheckIn, "memberId">, viewer: Viewer): "SELF" | null {
  return viewer.kind === "MEMBER" && viewer.memberId === checkIn.memberId ? "SELF" : null;
}
