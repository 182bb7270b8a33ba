import type { SupportKindStrings } from "./strings.en.js";

export const strings: SupportKindStrings = {
  EMOTIONAL: "Escuta",
  INFORMATIONAL: "Orientação",
  INSTRUMENTAL: "Ajuda prática",
  COMPANIONSHIP: "Companhia",
};
