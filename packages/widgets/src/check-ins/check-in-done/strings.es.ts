import type { CheckInDoneStrings } from "./strings.en.js";

export const strings: CheckInDoneStrings = {
  savedTitle: "El día está guardado",
  savedNext: "Solo tú lo ves. Si el día cambia, responde otra vez: cuenta la última de cada día.",
  again: "Responder otra vez",
  skippedTitle: "Lo dejamos por ahora",
  skippedNext: "No se guardó nada, y no falta nada. Esto está aquí cuando quieras.",
  afterAll: "Responder ahora",
  nothingYet: "Responde primero a una de estas preguntas, o salta esta vez.",
  trend: "Tus últimas cuatro semanas",
};
