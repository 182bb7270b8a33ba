import { catalogue } from "./catalogue.js";
import type { Strings } from "./strings.en.js";

declare module "./catalogue.js" {
  interface Catalogues {
    shared: Strings;
  }
}

/** What every element says. */
export const sharedWords = catalogue("shared", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
