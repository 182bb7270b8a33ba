import { plural } from "../../platform/words/plural.js";
import type { PulseTrendStrings } from "./strings.en.js";

export const strings: PulseTrendStrings = {
  choose: "Qué mirar",
  names: { mood: "Ánimo", strain: "Peso", connectedness: "Cercanía", hope: "Esperanza" },
  usual: "Lo habitual en ti",
  usualLater: "Lo habitual en ti se ve cuando hay cinco días con respuesta.",
  supported: (days) =>
    plural("es", days, { one: "Alguien te apoyó este día", other: "Alguien te apoyó en estos días" }),
  empty: "Aquí no hay nada todavía. Empieza con tu primera respuesta.",
  noneOfThis: "Esta pregunta quedó sin respuesta en todos estos días.",
  today: "Hoy",
  gaps: "Donde la línea se corta no hubo respuesta. Está bien así.",
  asTable: "Como tabla",
  day: "Día",
  received: "Apoyo recibido",
  given: "Apoyo dado",
  yes: "Sí",
  no: "No",
  leftOut: "sin respuesta",
  summary: (name, answered) =>
    `${name} en las últimas cuatro semanas, con respuesta en ${plural("es", answered, { one: "un día", other: `${answered} días` })}.`,
  between: (low, high) =>
    low === high ? ` Lo habitual: alrededor de «${low}».` : ` Lo habitual: entre «${low}» y «${high}».`,
  latest: (day, answer) => ` La última vez, el ${day}: «${answer}».`,
};
