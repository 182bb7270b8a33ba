import { catalogue } from "../words/catalogue.js";
import type { ProblemStrings } from "./strings.en.js";

declare module "../words/catalogue.js" {
  interface Catalogues {
    problem: ProblemStrings;
  }
}

/** What went wrong. */
export const problemWords = catalogue("problem", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
