import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { addDays, isLocalDay, localDay } from "./local-day.js";
import { isTimeZone } from "./time-zone.js";

const HOUR = 3_600_000;
const ZONES = [
  "UTC",
  "Europe/Madrid",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Niue",
  "Africa/Casablanca",
  "Etc/GMT+12",
];
const anyZone = fc.constantFrom(...ZONES);
const anyInstant = fc.date({
  min: new Date("1990-01-01T00:00:00Z"),
  max: new Date("2099-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((n) => new Date(n * 24 * HOUR).toISOString().slice(0, 10));

describe("the day is the member's own", () => {
  test.each([
    ["2026-11-24T09:59:59.999Z", "Pacific/Kiritimati", "2026-11-24"],
    ["2026-11-24T10:00:00Z", "Pacific/Kiritimati", "2026-11-25"],
    ["2026-11-24T10:59:59.999Z", "Pacific/Niue", "2026-11-23"],
    ["2026-11-24T11:00:00Z", "Pacific/Niue", "2026-11-24"],
    ["2026-11-24T18:14:59Z", "Asia/Kathmandu", "2026-11-24"],
    ["2026-11-24T18:15:00Z", "Asia/Kathmandu", "2026-11-25"],
    ["2026-12-31T23:59:59.999Z", "UTC", "2026-12-31"],
    ["2027-01-01T00:00:00Z", "UTC", "2027-01-01"],
    ["2028-02-29T12:00:00Z", "UTC", "2028-02-29"],
    ["0099-06-01T12:00:00Z", "UTC", "0099-06-01"],
    ["9999-12-30T12:00:00Z", "UTC", "9999-12-30"],
  ])("%s in %s is %s", (instant, zone, day) => {
    expect(localDay(new Date(instant), zone)).toBe(day);
  });

  test("a day of 23 hours and one of 25 have all their hours, half-hour shifts included", () => {
    const lengths = (zone: string, around: string) => {
      const counted = new Map<string, number>();
      const start = new Date(`${around}T00:00:00Z`).getTime() - 48 * HOUR;
      for (let half = 0; half < 4 * 48; half++) {
        const day = localDay(new Date(start + half * (HOUR / 2)), zone);
        counted.set(day, (counted.get(day) ?? 0) + 0.5);
      }
      return counted.get(around);
    };
    expect(lengths("Europe/Madrid", "2026-03-29")).toBe(23);
    expect(lengths("Europe/Madrid", "2026-10-25")).toBe(25);
    expect(lengths("America/New_York", "2026-03-08")).toBe(23);
    expect(lengths("America/New_York", "2026-11-01")).toBe(25);
    expect(lengths("Australia/Lord_Howe", "2026-04-05")).toBe(24.5);
    expect(lengths("Australia/Lord_Howe", "2026-10-04")).toBe(23.5);
    expect(lengths("Europe/Madrid", "2026-06-01")).toBe(24);
  });

  test("a day that a country skipped belongs to nobody there", () => {
    const seen = new Set<string>();
    for (let hour = 0; hour < 96; hour++) {
      seen.add(localDay(new Date(Date.UTC(2011, 11, 29) + hour * HOUR), "Pacific/Apia"));
    }
    expect([...seen]).toEqual(["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01", "2012-01-02"]);
  });

  test("time that goes on never goes back a day", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: 0, max: 72 * HOUR }), (zone, instant, later) => {
        expect(localDay(instant, zone) <= localDay(new Date(instant.getTime() + later), zone)).toBe(true);
      }),
    );
  });

  test("anywhere on earth it is yesterday, today or tomorrow by UTC", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const utc = instant.toISOString().slice(0, 10);
        expect([addDays(utc, -1), utc, addDays(utc, 1)]).toContain(localDay(instant, zone));
      }),
    );
  });

  test("it is the day a clock on the wall shows", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (timeZone, instant) => {
        expect(localDay(instant, timeZone)).toBe(instant.toLocaleDateString("sv-SE", { timeZone }));
      }),
    );
  });

  test("an unknown zone, no date and years without four digits are faults, not some day", () => {
    expect(() => localDay(new Date(0), "Mars/Olympus")).toThrow(RangeError);
    expect(() => localDay(new Date(Number.NaN), "UTC")).toThrow(RangeError);
    expect(() => localDay(new Date("-000001-06-01T00:00:00Z"), "UTC")).toThrow(RangeError);
    expect(() => localDay(new Date("+010000-06-01T00:00:00Z"), "UTC")).toThrow(RangeError);
  });
});

describe("days are counted on the calendar, not in hours", () => {
  test.each([
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-25", -1, "2026-10-24"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-11-24", 0, "2026-11-24"],
  ])("%s and %i days is %s", (day, n, result) => {
    expect(addDays(day, n)).toBe(result);
  });

  test("there and back is where one started, and days in order stay in order", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(Math.sign(addDays(day, n) < day ? -1 : addDays(day, n) > day ? 1 : 0)).toBe(Math.sign(n));
      }),
    );
  });

  test.each(["", "2026-2-3", "2026-02-30", "2026-13-01", "2026-00-10", "0000-01-01", "26-01-01", "2026-01-01T00:00"])(
    "%j is no day",
    (text) => {
      expect(isLocalDay(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );

  test("half a day, and a day beyond the calendar, are faults", () => {
    expect(isLocalDay("2026-11-24")).toBe(true);
    expect(() => addDays("2026-11-24", 0.5)).toThrow(RangeError);
    expect(() => addDays("2026-11-24", Number.NaN)).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addDays("0001-01-01", -1)).toThrow(RangeError);
  });
});

describe("a time zone is a name", () => {
  test.each([...ZONES, "europe/madrid", "America/Argentina/Buenos_Aires", "GMT"])("%s is one", (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  test.each([
    "",
    " ",
    "Mars/Olympus",
    "+01:00",
    "-0300",
    "Europe/Madrid ",
    "Europe/Madrid\n",
    "Europe/Madrid\0",
    "../../etc/passwd",
    "E".repeat(100_000),
  ])("%j is none", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });

  test("thousands of spellings neither fill the memory nor change an answer", () => {
    const made = vi.spyOn(Intl, "DateTimeFormat");
    const spelt = (n: number) =>
      Array.from("antarctica/troll", (letter, at) => ((n >> at) & 1 ? letter.toUpperCase() : letter)).join("");
    const ask = (n: number) => expect(localDay(new Date("2026-11-24T23:30:00Z"), spelt(n))).toBe("2026-11-24");

    ask(0);
    ask(0);
    expect(made).toHaveBeenCalledTimes(1);
    for (let n = 1; n <= 600; n++) ask(n);
    // What was kept first was let go meanwhile.
    ask(0);
    expect(made).toHaveBeenCalledTimes(602);
    made.mockRestore();
  });
});
