import { catalogue } from "../../platform/words/catalogue.js";
import type { SupportKindStrings } from "./strings.en.js";

declare module "../../platform/words/catalogue.js" {
  interface Catalogues {
    supportKinds: SupportKindStrings;
  }
}

/** The four kinds of support, in people's words. */
export const supportKindWords = catalogue("supportKinds", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
