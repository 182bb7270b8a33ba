import type { Translated } from "../../platform/words/catalogue.js";

/** What the check-in says of its answers and of the weeks before: fetched while it is being answered. */
export const strings = {
  savedTitle: "Today is saved",
  savedNext: "Only you can see it. If today changes, check in again: the last one of the day counts.",
  again: "Check in again",
  skippedTitle: "Skipped for now",
  skippedNext: "Nothing was saved, and nothing is missing. This is here whenever you want it.",
  afterAll: "Check in after all",
  nothingYet: "Answer one of these first, or skip this one.",
  trend: "Your last four weeks",
};

export type CheckInDoneStrings = Translated<typeof strings>;
