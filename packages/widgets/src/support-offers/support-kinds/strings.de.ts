import type { SupportKindStrings } from "./strings.en.js";

export const strings: SupportKindStrings = {
  EMOTIONAL: "Zuhören",
  INFORMATIONAL: "Wissen",
  INSTRUMENTAL: "Anpacken",
  COMPANIONSHIP: "Gesellschaft",
};
