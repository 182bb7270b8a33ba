import { catalogue } from "../../platform/words/catalogue.js";
import type { OfferFormStrings } from "./strings.en.js";

declare module "../../platform/words/catalogue.js" {
  interface Catalogues {
    offerForm: OfferFormStrings;
  }
}

/** What the form says with which a member offers support. */
export const offerFormWords = catalogue("offerForm", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
