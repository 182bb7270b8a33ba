/** A name, never an offset such as `+01:00`: offsets do not know daylight saving time. */
const SHAPE = /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/;
const MOST_KEPT = 500;
const kept = new Map<string, Intl.DateTimeFormat>();

/** Whether the text names an IANA time zone that this platform knows, such as `Europe/Madrid` or `UTC`; in any case. */
export function isTimeZone(text: string): boolean {
  return dayFormat(text) !== null;
}

/** Formats year, month and day in a zone; null for an unknown zone. Kept, because making one is slow. */
export function dayFormat(timeZone: string): Intl.DateTimeFormat | null {
  const known = kept.get(timeZone);
  if (known) return known;
  if (!SHAPE.test(timeZone)) return null;
  try {
    const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    // Spellings of a name in upper and lower case are many; nobody's may fill the memory.
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(timeZone, format);
    return format;
  } catch {
    return null;
  }
}
