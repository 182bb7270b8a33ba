import { plural } from "../../platform/words/plural.js";
import type { PulseTrendStrings } from "./strings.en.js";

export const strings: PulseTrendStrings = {
  choose: "Ce que vous regardez",
  names: { mood: "Moral", strain: "Poids", connectedness: "Proximité", hope: "Espoir" },
  usual: "Votre zone habituelle",
  usualLater: "Votre zone habituelle apparaît après cinq jours avec une réponse.",
  supported: (days) => plural("fr", days, { one: "Du soutien reçu ce jour-là", other: "Du soutien reçu ces jours-là" }),
  empty: "Rien ici pour l’instant. Votre première réponse sera le début.",
  noneOfThis: "Cette question est restée sans réponse tous ces jours-là.",
  today: "Aujourd’hui",
  gaps: "Là où la ligne s’interrompt, il n’y a pas de réponse. C’est bien ainsi.",
  asTable: "En tableau",
  day: "Jour",
  received: "Soutien reçu",
  given: "Soutien donné",
  yes: "Oui",
  no: "Non",
  leftOut: "sans réponse",
  summary: (name, answered) =>
    `${name} sur les quatre dernières semaines, avec une réponse pour ${plural("fr", answered, { one: "un jour", other: `${answered} jours` })}.`,
  between: (low, high) =>
    low === high ? ` D’habitude autour de « ${low} ».` : ` D’habitude entre « ${low} » et « ${high} ».`,
  latest: (day, answer) => ` La dernière fois, le ${day} : « ${answer} ».`,
};
