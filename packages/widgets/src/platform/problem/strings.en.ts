import type { Translated } from "../words/catalogue.js";
import { plural } from "../words/plural.js";

/** What went wrong, beyond the service being out of reach. Fetched ahead, as nothing can be when it is. */
export const strings = {
  busy: "Too many tries in a short time.",
  busyNext: (seconds: number) =>
    `Wait ${plural("en", seconds, { one: "a second", other: `${seconds} seconds` })}, then try again.`,
  changed: "This has changed in the meantime.",
  changedNext: "You now see how it stands.",
  refused: "This is not open to you right now.",
  refusedNext: "The people who run this site can tell you more.",
  ours: "Something went wrong on our side.",
  oursNext: (requestId: string | undefined) =>
    requestId ? `Try again. If it stays, tell the people who run this site: ${requestId}` : "Try again in a while.",
};

export type ProblemStrings = Translated<typeof strings>;
