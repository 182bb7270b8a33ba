import type { Translated } from "../../platform/words/catalogue.js";

/** The four kinds of support, in people's words. */
export const strings = {
  EMOTIONAL: "Listening",
  INFORMATIONAL: "Know-how",
  INSTRUMENTAL: "Hands-on",
  COMPANIONSHIP: "Company",
};

export type SupportKindStrings = Translated<typeof strings>;
