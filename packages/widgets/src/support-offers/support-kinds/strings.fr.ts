import type { SupportKindStrings } from "./strings.en.js";

export const strings: SupportKindStrings = {
  EMOTIONAL: "Écoute",
  INFORMATIONAL: "Savoir",
  INSTRUMENTAL: "Coup de main",
  COMPANIONSHIP: "Compagnie",
};
