import type { SupportKindStrings } from "./strings.en.js";

export const strings: SupportKindStrings = {
  EMOTIONAL: "Escucha",
  INFORMATIONAL: "Orientación",
  INSTRUMENTAL: "Ayuda práctica",
  COMPANIONSHIP: "Compañía",
};
