import { KithError } from "@kith/sdk";
import type { TemplateResult } from "lit";
import { problemBox, problemState } from "../../platform/states.js";
import type { Words } from "../../platform/words/words.js";
import { ownSupportWords } from "./words.js";

/** Why an answer did not go through, where the board can say more than what any element says. */
export function ownProblem(words: Words, error: unknown): TemplateResult {
  const strings = words.of(ownSupportWords);
  if (error instanceof KithError) {
    if (error.reason === "NO_SEATS") return problemBox(words, { what: strings.noSeats, next: strings.noSeatsNext });
    if (error.reason === "STAFF_DECIDES")
      return problemBox(words, { what: strings.staffDecides, next: strings.staffDecidesNext });
  }
  return problemState(words, error);
}
