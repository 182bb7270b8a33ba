import type { SupportKindStrings } from "./strings.en.js";

export const strings: SupportKindStrings = {
  EMOTIONAL: "إصغاء",
  INFORMATIONAL: "معرفة",
  INSTRUMENTAL: "مساعدة عملية",
  COMPANIONSHIP: "رفقة",
};
