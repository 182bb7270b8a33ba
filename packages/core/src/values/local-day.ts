import { dayFormat } from "./time-zone.js";

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const DAY_LENGTH = 86_400_000;
/** A day into year 1, so that no zone is still in the year before. */
const EARLIEST = Date.parse("0001-01-02T00:00:00Z");

/**
 * The calendar day, `YYYY-MM-DD`, that it is at this instant in this IANA time zone. Days of 23 and 25 hours come out
 * right, since the platform's own zone rules are asked.
 * @throws RangeError for an invalid date, one outside the years 1 to 9999, or an unknown zone.
 */
export function localDay(instant: Date, timeZone: string): string {
  const format = dayFormat(timeZone);
  if (!format) throw new RangeError(`There is no time zone called "${timeZone}".`);
  const parts: { [type: string]: string } = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
  const day = `${(parts["year"] ?? "").padStart(4, "0")}-${parts["month"]}-${parts["day"]}`;
  if (instant.getTime() < EARLIEST || !DAY.test(day)) throw new RangeError("Days are told from year 1 to 9999.");
  return day;
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`: `2026-02-30` is not. */
export function isLocalDay(text: string): boolean {
  return startOf(text) !== null;
}

/**
 * The day `n` days later (earlier when negative; `n` whole).
 * @throws RangeError unless `day` is a day that exists and the result lies in the years 1 to 9999.
 */
export function addDays(day: string, n: number): string {
  const start = startOf(day);
  if (start === null || !Number.isInteger(n))
    throw new RangeError("Expected a day as YYYY-MM-DD and whole days to add.");
  const result = dayText(start + n * DAY_LENGTH);
  if (result === null) throw new RangeError("Days are told from year 1 to 9999.");
  return result;
}

/** Midnight UTC of a day that exists. */
function startOf(day: string): number | null {
  if (!DAY.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return dayText(time) === day ? time : null;
}

function dayText(time: number): string | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return null;
  const day = date.toISOString().slice(0, 10);
  return DAY.test(day) && !day.startsWith("0000") ? day : null;
}
