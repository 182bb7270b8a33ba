import type { Translated } from "../../platform/words/catalogue.js";

/** What the check-in says once it is saved or skipped: fetched while it is being answered. */
export const strings = {
  savedTitle: "Today is saved",
  savedNext: "Only you can see it. If today changes, check in again: the last one of the day counts.",
  again: "Check in again",
  skippedTitle: "Skipped for now",
  skippedNext: "Nothing was saved, and nothing is missing. This is here whenever you want it.",
  afterAll: "Check in after all",
};

export type CheckInDoneStrings = Translated<typeof strings>;
