import { catalogue } from "../../platform/words/catalogue.js";
import type { OwnSupportStrings } from "./strings.en.js";

declare module "../../platform/words/catalogue.js" {
  interface Catalogues {
    ownSupport: OwnSupportStrings;
  }
}

/** What a member's own side of the board says. */
export const ownSupportWords = catalogue("ownSupport", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
