import type { CheckInDoneStrings } from "./strings.en.js";

export const strings: CheckInDoneStrings = {
  savedTitle: "O dia está salvo",
  savedNext: "Só você vê. Se o dia mudar, responda outra vez: vale a última resposta de cada dia.",
  again: "Responder outra vez",
  skippedTitle: "Fica para depois",
  skippedNext: "Nada foi salvo, e não falta nada. Isto fica aqui para quando você quiser.",
  afterAll: "Responder agora",
  nothingYet: "Responda primeiro a uma destas perguntas, ou pule desta vez.",
  trend: "Suas últimas quatro semanas",
};
