import type { SupportKindStrings } from "./strings.en.js";

export const strings: SupportKindStrings = {
  EMOTIONAL: "Escuta",
  INFORMATIONAL: "Saberes",
  INSTRUMENTAL: "Mãos",
  COMPANIONSHIP: "Companhia",
};
