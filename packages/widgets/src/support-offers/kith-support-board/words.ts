import { catalogue } from "../../platform/words/catalogue.js";
import type { SupportBoardStrings } from "./strings.en.js";

declare module "../../platform/words/catalogue.js" {
  interface Catalogues {
    supportBoard: SupportBoardStrings;
  }
}

/** What the board says where offers are read. */
export const supportBoardWords = catalogue("supportBoard", {
  en: () => import("./strings.en.js"),
  es: () => import("./strings.es.js"),
  fr: () => import("./strings.fr.js"),
  de: () => import("./strings.de.js"),
  pt: () => import("./strings.pt.js"),
  ar: () => import("./strings.ar.js"),
});
