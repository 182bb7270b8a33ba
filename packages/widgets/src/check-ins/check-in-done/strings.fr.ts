import type { CheckInDoneStrings } from "./strings.en.js";

export const strings: CheckInDoneStrings = {
  savedTitle: "La journée est notée",
  savedNext:
    "Personne d’autre que vous ne la voit. Si la journée change, revenez : la dernière réponse du jour compte.",
  again: "Répondre à nouveau",
  skippedTitle: "Passé pour l’instant",
  skippedNext: "Rien n’a été noté, et rien ne manque. Ceci reste là quand vous voudrez.",
  afterAll: "Répondre finalement",
  nothingYet: "Répondez d’abord à une de ces questions, ou passez cette fois.",
  trend: "Vos quatre dernières semaines",
};
