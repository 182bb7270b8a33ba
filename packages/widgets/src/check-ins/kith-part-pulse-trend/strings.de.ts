import { plural } from "../../platform/words/plural.js";
import type { PulseTrendStrings } from "./strings.en.js";

export const strings: PulseTrendStrings = {
  choose: "Was du ansehen möchtest",
  names: { mood: "Stimmung", strain: "Schwere", connectedness: "Nähe", hope: "Hoffnung" },
  usual: "Dein üblicher Bereich",
  usualLater: "Dein üblicher Bereich erscheint, sobald es Antworten von fünf Tagen gibt.",
  supported: (days) =>
    plural("de", days, {
      one: "An diesem Tag hat dich jemand unterstützt",
      other: "An diesen Tagen hat dich jemand unterstützt",
    }),
  empty: "Hier ist noch nichts. Mit deiner ersten Antwort fängt es an.",
  noneOfThis: "Diese Frage blieb an all diesen Tagen offen.",
  today: "Heute",
  gaps: "Wo die Linie abbricht, gibt es keine Antwort. Das ist in Ordnung.",
  asTable: "Als Tabelle",
  day: "Tag",
  received: "Unterstützung bekommen",
  given: "Unterstützung gegeben",
  yes: "Ja",
  no: "Nein",
  leftOut: "ausgelassen",
  summary: (name, answered) =>
    `${name} in den letzten vier Wochen, beantwortet an ${plural("de", answered, { one: "einem Tag", other: `${answered} Tagen` })}.`,
  between: (low, high) => (low === high ? ` Meist um „${low}“.` : ` Meist zwischen „${low}“ und „${high}“.`),
  latest: (day, answer) => ` Zuletzt am ${day}: „${answer}“.`,
};
