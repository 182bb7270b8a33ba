import { catalogue } from "../../platform/words/catalogue.js";
import type { CheckInStrings } from "./strings.en.js";

declare module "../../platform/words/catalogue.js" {
  interface Catalogues {
    checkIn: CheckInStrings;
  }
}

/** What the check-in says. */
export const checkInWords = catalogue("checkIn", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
