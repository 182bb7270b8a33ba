import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COUNTRIES } from "./countries.js";
import { crisisHelp } from "./crisis-help.js";
import { CrisisAudience, type CrisisLine } from "./crisis-line.js";

const anyLanguage = fc.oneof(fc.constantFrom("en", "es", "pt-BR", "ar", ""), fc.string());
const anyLine: fc.Arbitrary<CrisisLine> = fc.record({
  country: fc.constantFrom("US", "DE", "NG", "de", ""),
  name: fc.string(),
  phones: fc.constantFrom([], [{ number: "1", dial: "1" }]),
  languages: fc.subarray(["en", "es", "de", "pt-PT"]),
  audience: fc.constantFrom(...Object.values(CrisisAudience)),
  independentSources: fc.integer({ min: 0, max: 3 }),
  doubt: fc.boolean(),
  checkedOn: fc.constant(null),
});
const anyCountry = fc.oneof(
  fc.constantFrom(...COUNTRIES, "US", "DE", null),
  fc.string(),
  fc.constantFrom("__proto__", "constructor", "toString", "UK", "EU", "ZZ", "112"),
);

const aLine = (given: Partial<CrisisLine>): CrisisLine => ({
  country: "CH",
  name: "A line",
  phones: [{ number: "143", dial: "143" }],
  audience: "EVERYONE",
  independentSources: 2,
  doubt: false,
  checkedOn: null,
  ...given,
});
const namesFor = (language: string, lines: readonly CrisisLine[]) =>
  crisisHelp({ country: "CH", language, lines }).lines.map(({ name }) => name);

describe("nobody who needs help now finds nothing", () => {
  test("there is a number to call and a directory for every country, and for what is none", () => {
    fc.assert(
      fc.property(anyCountry, anyLanguage, fc.array(anyLine), (country, language, lines) => {
        const help = crisisHelp({ country, language, lines });
        expect(help.emergency.number).toMatch(/^\d{3}$/);
        expect(help.directories.length).toBeGreaterThan(0);
        for (const { url } of help.directories) expect(new URL(url).protocol).toBe("https:");
        expect(help.country === null || COUNTRIES.includes(help.country)).toBe(true);
      }),
    );
    for (const country of COUNTRIES) {
      expect(crisisHelp({ country, language: "en", lines: [] }).directories.length).toBeGreaterThan(0);
    }
  });

  test("a number that may not be the country's own never comes before a directory", () => {
    fc.assert(
      fc.property(anyCountry, (country) => {
        const { emergency, first } = crisisHelp({ country, language: "en", lines: [] });
        expect(first).toBe(emergency.isOwn ? "EMERGENCY" : "DIRECTORY");
      }),
    );
  });

  test.each([
    ["US", "911", true],
    ["gb", "999", true],
    ["UK", "999", true],
    ["FR", "112", true],
    ["RE", "112", true],
    ["NG", "112", false],
    [null, "112", false],
  ])("in %s it is %s", (country, number, isOwn) => {
    expect(crisisHelp({ country, language: "en", lines: [] }).emergency).toEqual({ number, isOwn });
  });
});

describe("nobody who needs help now is given a wrong number", () => {
  test("a line with doubt, with fewer than two sources or of another country is never shown, and no other is lost", () => {
    fc.assert(
      fc.property(anyCountry, anyLanguage, fc.array(anyLine), (country, language, lines) => {
        const help = crisisHelp({ country, language, lines });
        for (const line of help.lines) {
          expect(line).toMatchObject({ doubt: false, country: help.country });
          expect(line.independentSources).toBeGreaterThanOrEqual(2);
          expect(line.phones).not.toEqual([]);
        }
        const sound = lines.filter(
          ({ country: of, doubt, independentSources, phones }) =>
            of === help.country && !doubt && independentSources >= 2 && phones?.length,
        );
        expect(new Set(help.lines)).toEqual(new Set(sound));
      }),
    );
  });
});

describe("the order of lines", () => {
  const german = aLine({ name: "German", languages: ["de"] });
  const unknown = aLine({ name: "Unknown" });
  const french = aLine({ name: "French", languages: ["fr-CH", "it"] });

  test("leads with the reader's language, then with what is not known", () => {
    expect(namesFor("fr", [german, unknown, french])).toEqual(["French", "Unknown", "German"]);
    expect(namesFor("de-AT", [french, unknown, german])).toEqual(["German", "Unknown", "French"]);
    expect(namesFor("ar", [german, unknown, french])).toEqual(["Unknown", "German", "French"]);
  });

  test("puts a line for everyone before one for some, and otherwise leaves it as it was", () => {
    const youth = aLine({ name: "Youth", audience: "YOUNG_PEOPLE" });
    const second = aLine({ name: "Second" });
    expect(namesFor("de", [youth, unknown, second])).toEqual(["Unknown", "Second", "Youth"]);
  });
});
