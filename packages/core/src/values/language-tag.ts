/** Two or three letters first: longer ones are well-formed but name no language ("english"). */
const SHAPE = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;
const LONGEST = 35;

/**
 * The BCP 47 tag in its usual form (`pt-br` → `pt-BR`, `iw` → `he`), or null when the text is not a well-formed tag
 * of at most 35 characters. Whether the language exists is not checked.
 */
export function canonicalLanguageTag(text: string): string | null {
  if (text.length > LONGEST || !SHAPE.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether the text is a well-formed BCP 47 language tag of at most 35 characters, in any case. */
export function isLanguageTag(text: string): boolean {
  return canonicalLanguageTag(text) !== null;
}
