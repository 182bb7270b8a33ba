import { plural } from "../words/plural.js";
import type { ProblemStrings } from "./strings.en.js";

export const strings: ProblemStrings = {
  busy: "Muitas tentativas em pouco tempo.",
  busyNext: (seconds) =>
    `Espere ${plural("pt", seconds, { one: "um segundo", other: `${seconds} segundos` })} e tente de novo.`,
  changed: "Isto mudou enquanto isso.",
  changedNext: "Agora você vê como está.",
  refused: "Isto não está aberto para você agora.",
  refusedNext: "As pessoas que cuidam deste site podem explicar melhor.",
  ours: "Algo deu errado do nosso lado.",
  oursNext: (requestId) =>
    requestId
      ? `Tente de novo. Se continuar, conte às pessoas que cuidam deste site: ${requestId}`
      : "Tente de novo daqui a pouco.",
};
