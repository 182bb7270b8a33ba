import type { SupportKindStrings } from "./strings.en.js";

export const strings: SupportKindStrings = {
  EMOTIONAL: "Escucha",
  INFORMATIONAL: "Saberes",
  INSTRUMENTAL: "Manos",
  COMPANIONSHIP: "Compañía",
};
