import { plural } from "../../platform/words/plural.js";
import type { PulseTrendStrings } from "./strings.en.js";

export const strings: PulseTrendStrings = {
  choose: "O que ver",
  names: { mood: "Ânimo", strain: "Peso", connectedness: "Proximidade", hope: "Esperança" },
  usual: "O habitual em você",
  usualLater: "O habitual em você aparece quando há cinco dias com resposta.",
  supported: (days) =>
    plural("pt", days, { one: "Alguém apoiou você neste dia", other: "Alguém apoiou você nestes dias" }),
  empty: "Ainda não há nada aqui. Começa com a sua primeira resposta.",
  noneOfThis: "Esta pergunta ficou sem resposta em todos estes dias.",
  today: "Hoje",
  gaps: "Onde a linha se interrompe não houve resposta. Está tudo bem assim.",
  asTable: "Como tabela",
  day: "Dia",
  received: "Apoio recebido",
  given: "Apoio dado",
  yes: "Sim",
  no: "Não",
  leftOut: "sem resposta",
  summary: (name, answered) =>
    `${name} nas últimas quatro semanas, com resposta em ${plural("pt", answered, { one: "um dia", other: `${answered} dias` })}.`,
  between: (low, high) => (low === high ? ` Em geral perto de “${low}”.` : ` Em geral entre “${low}” e “${high}”.`),
  latest: (day, answer) => ` A última vez, em ${day}: “${answer}”.`,
};
