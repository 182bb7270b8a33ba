import { plural } from "../words/plural.js";
import type { ProblemStrings } from "./strings.en.js";

export const strings: ProblemStrings = {
  busy: "Zu viele Versuche in kurzer Zeit.",
  busyNext: (seconds) =>
    `Warte ${plural("de", seconds, { one: "eine Sekunde", other: `${seconds} Sekunden` })} und versuche es noch einmal.`,
  changed: "Das hat sich inzwischen geändert.",
  changedNext: "Du siehst jetzt, wie es steht.",
  refused: "Das steht dir gerade nicht offen.",
  refusedNext: "Die Menschen, die diese Seite betreiben, können dir mehr sagen.",
  ours: "Bei uns ist etwas schiefgegangen.",
  oursNext: (requestId) =>
    requestId
      ? `Versuche es noch einmal. Wenn es bleibt, sag es den Menschen, die diese Seite betreiben: ${requestId}`
      : "Versuche es in einer Weile noch einmal.",
};
