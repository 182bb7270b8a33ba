import { catalogue } from "../../platform/words/catalogue.js";
import type { CheckInDoneStrings } from "./strings.en.js";

declare module "../../platform/words/catalogue.js" {
  interface Catalogues {
    checkInDone: CheckInDoneStrings;
  }
}

/** What the check-in says once it is saved or skipped. */
export const checkInDoneWords = catalogue("checkInDone", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
