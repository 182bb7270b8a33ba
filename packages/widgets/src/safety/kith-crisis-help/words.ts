import { catalogue } from "../../platform/words/catalogue.js";
import type { CrisisHelpStrings } from "./strings.en.js";

declare module "../../platform/words/catalogue.js" {
  interface Catalogues {
    crisisHelp: CrisisHelpStrings;
  }
}

/** What stands around the numbers for someone who needs help now. */
export const crisisHelpWords = catalogue("crisisHelp", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
