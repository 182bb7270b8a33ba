import { catalogue } from "../../platform/words/catalogue.js";
import type { PulseTrendStrings } from "./strings.en.js";

declare module "../../platform/words/catalogue.js" {
  interface Catalogues {
    pulseTrend: PulseTrendStrings;
  }
}

/** What the last four weeks say. */
export const pulseTrendWords = catalogue("pulseTrend", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
