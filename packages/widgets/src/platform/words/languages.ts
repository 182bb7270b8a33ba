/** Every language the elements speak. A catalogue that lacks one does not compile. */
export const LANGUAGES = ["en", "es", "fr", "de", "pt", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** In which language, and in whose way of it, something is said. */
export interface Manner {
  readonly language: Language;
  /** For `lang`: the page's own tag where we speak its language, `de-AT`. */
  readonly tag: string;
  /** For Intl. Arabic counts in the digits of its telephone numbers and number fields: no line holds two kinds. */
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
}

// Days before months and a clock of 24 hours: read rightly by the most people who come without their language.
const ELSEWHERE = "en-GB";

/** How to speak on a page in this language and direction: `pt-BR` is `pt` to us, and what we do not speak is English. */
export function mannerOf(lang: string, dir: string): Manner {
  const tag = spoken(lang);
  const language = (tag ?? ELSEWHERE).slice(0, 2) as Language;
  const own = language === "ar" ? "rtl" : "ltr";
  return {
    language,
    tag: tag ?? ELSEWHERE,
    locale: language === "ar" && tag && !tag.includes("-u-") ? `${tag}-u-nu-latn` : (tag ?? ELSEWHERE),
    // A page's own direction counts for words in its own language; others would be turned around by it.
    dir: tag && /^(?:ltr|rtl)$/i.test(dir) ? (dir.toLowerCase() as Manner["dir"]) : own,
  };
}

/** The tag as Intl takes it, if it names a language of ours. */
function spoken(lang: string): string | null {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(lang.trim().replaceAll("_", "-"));
    return LANGUAGES.some((language) => tag.split("-")[0] === language) ? tag : null;
  } catch {
    return null;
  }
}
