import type { Translated } from "../../platform/words/catalogue.js";
import { plural } from "../../platform/words/plural.js";

/** What the last four weeks say. Words for the answers themselves come from the check-in. */
export const strings = {
  choose: "What to look at",
  names: { mood: "Mood", strain: "Heaviness", connectedness: "Closeness", hope: "Hope" },
  usual: "Your usual range",
  usualLater: "Your usual range shows once five days are answered.",
  supported: (days: number) =>
    plural("en", days, { one: "Someone supported you on this day", other: "Someone supported you on these days" }),
  empty: "Nothing here yet. Your first check-in starts it.",
  noneOfThis: "This question was left out on all of these days.",
  today: "Today",
  gaps: "Where the line breaks, no answer was given. That is fine.",
  asTable: "As a table",
  day: "Day",
  received: "Support received",
  given: "Support given",
  yes: "Yes",
  no: "No",
  leftOut: "left out",
  summary: (name: string, answered: number) =>
    `${name} over the last four weeks, answered on ${plural("en", answered, { one: "one day", other: `${answered} days` })}.`,
  between: (low: string, high: string) =>
    low === high ? ` Usually around “${low}”.` : ` Usually between “${low}” and “${high}”.`,
  latest: (day: string, answer: string) => ` Last on ${day}: “${answer}”.`,
};

export type PulseTrendStrings = Translated<typeof strings>;
