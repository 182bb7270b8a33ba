import { type RefusalOf, refuse, WayToMeet } from "../values/index.js";

/** Why a way to meet is not taken; `field` names the first that is not. */
export type WayToMeetRefusal = RefusalOf<"BAD_INPUT", "WAY_TO_MEET_NOT_ENABLED">;

/** Meeting in person and practical help need the partner's vetting, which partners cannot turn on yet. */
const NOT_YET: readonly WayToMeet[] = [WayToMeet.IN_PERSON, WayToMeet.PRACTICAL];

/** Refuses the first way to meet that is not enabled; null when all are. */
export function refuseWaysNotEnabled(ways: readonly WayToMeet[]): WayToMeetRefusal | null {
  const at = ways.findIndex((way) => NOT_YET.includes(way));
  return at < 0 ? null : refuse("BAD_INPUT", "WAY_TO_MEET_NOT_ENABLED", `waysToMeet.${at}`);
}
