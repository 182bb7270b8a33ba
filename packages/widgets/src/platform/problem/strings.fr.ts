import { plural } from "../words/plural.js";
import type { ProblemStrings } from "./strings.en.js";

export const strings: ProblemStrings = {
  busy: "Trop d’essais en peu de temps.",
  busyNext: (seconds) =>
    `Attendez ${plural("fr", seconds, { one: "une seconde", other: `${seconds} secondes` })}, puis réessayez.`,
  changed: "Cela a changé entre-temps.",
  changedNext: "Vous voyez maintenant où cela en est.",
  refused: "Cela ne vous est pas ouvert en ce moment.",
  refusedNext: "Les personnes qui gèrent ce site peuvent vous en dire plus.",
  ours: "Un problème est survenu de notre côté.",
  oursNext: (requestId) =>
    requestId
      ? `Réessayez. Si cela continue, dites-le aux personnes qui gèrent ce site : ${requestId}`
      : "Réessayez dans un moment.",
};
