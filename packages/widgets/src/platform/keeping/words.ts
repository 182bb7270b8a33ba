import { catalogue } from "../words/catalogue.js";
import type { KeepingStrings } from "./strings.en.js";

declare module "../words/catalogue.js" {
  interface Catalogues {
    keeping: KeepingStrings;
  }
}

/** What is said about what is kept on the device. */
export const keepingWords = catalogue("keeping", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
