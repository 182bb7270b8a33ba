import pg from "pg";

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;

/**
 * How columns are read: the driver's own way, but a whole number is a number, a day stays `2026-11-24` (a Date would
 * move it across midnight), and a time without zone is UTC.
 */
export const columnParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    const own = format === "binary" ? undefined : parsers[oid];
    return own ?? pg.types.getTypeParser(oid, format as "text");
  }) as typeof pg.types.getTypeParser,
};

const asIs = (text: string): string => text;
const utc = (text: string): Date => new Date(`${text.replace(" ", "T")}Z`);

/** Exact or not at all. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number; cast it to text.`);
  return value;
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: wholeNumber,
  [DATE]: asIs,
  [TIMESTAMP]: utc,
};
