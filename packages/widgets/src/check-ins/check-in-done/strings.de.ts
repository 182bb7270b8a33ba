import type { CheckInDoneStrings } from "./strings.en.js";

export const strings: CheckInDoneStrings = {
  savedTitle: "Heute ist gespeichert",
  savedNext: "Nur du kannst es sehen. Wenn sich heute etwas ändert, antworte noch einmal: Das Letzte am Tag zählt.",
  again: "Noch einmal antworten",
  skippedTitle: "Für jetzt ausgelassen",
  skippedNext: "Es wurde nichts gespeichert, und nichts fehlt. Das hier ist da, wann immer du magst.",
  afterAll: "Doch noch antworten",
  nothingYet: "Beantworte zuerst eine dieser Fragen, oder lass es dieses Mal aus.",
  trend: "Deine letzten vier Wochen",
};
