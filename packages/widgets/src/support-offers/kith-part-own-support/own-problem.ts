import { KithError } from "@kith/sdk";
import type { TemplateResult } from "lit";
import { problemBox, problemState } from "../../platform/states.js";
import { strings } from "./strings.en.js";

/** Why an answer did not go through, where the board can say more than what any element says. */
export function ownProblem(error: unknown): TemplateResult {
  if (error instanceof KithError) {
    if (error.reason === "NO_SEATS") return problemBox({ what: strings.noSeats, next: strings.noSeatsNext });
    if (error.reason === "STAFF_DECIDES")
      return problemBox({ what: strings.staffDecides, next: strings.staffDecidesNext });
  }
  return problemState(error);
}
