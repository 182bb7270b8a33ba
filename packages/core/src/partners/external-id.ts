import { codePoints, type InputReason } from "../values/index.js";

/** The longest external id, in code points. */
export const EXTERNAL_ID_LENGTH = 128;
const BROKEN = /\p{Cs}/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** Something, an at sign, something with a dot in it. */
const EMAIL_LIKE = /[^\s@]@[^\s@]+[.\u3002][^\s@]/;

/**
 * Why a text cannot be a partner's id for a person, or null when it can. It must be opaque: 1 to 128 code points, no
 * control characters, no white space at its ends, nothing that looks like an e-mail address. It is never normalised:
 * two ids are the same only when every code unit is.
 */
export function externalIdFault(text: string): InputReason | null {
  if (text.trim() === "") return "EMPTY";
  if (text.length > 2 * EXTERNAL_ID_LENGTH || codePoints(text) > EXTERNAL_ID_LENGTH) return "TOO_LONG";
  if (BROKEN.test(text)) return "BROKEN_TEXT";
  if (CONTROL.test(text)) return "CONTROL_CHARACTER";
  if (text.trim() !== text) return "NOT_TRIMMED";
  return looksLikeEmail(text) ? "LOOKS_LIKE_EMAIL" : null;
}

/** Whether the text may be a partner's id for a person. */
export function isExternalId(text: string): boolean {
  return externalIdFault(text) === null;
}

/** Also when written in full-width characters or escaped for an address bar. */
function looksLikeEmail(text: string): boolean {
  return EMAIL_LIKE.test(text.normalize("NFKC").replaceAll(/%40/g, "@").replaceAll(/%2e/gi, "."));
}
