import pg from "pg";

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;

/**
 * How columns are read: the driver's own way, but a whole number is a number, a day stays `2026-11-24` (a Date would
 * move it across midnight), and a time without zone is UTC.
 */
export const columnParsers = {
  getTypeParser(oid: number, format?: "text" | "binary"): any {
    if (format === "binary") return pg.types.getTypeParser(oid, format);
    switch (oid) {
      case INT8:
        return wholeNumber;
      case DATE:
        return asIs;
      case TIMESTAMP:
        return utc;
      default:
        return pg.types.getTypeParser(oid, "text");
    }
  },
};

const asIs = (text: string): string => text;
const utc = (text: string): Date => new Date(`${text.replace(" ", "T")}Z`);

/** Exact or not at all. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number; cast it to text.`);
  return value;
}
