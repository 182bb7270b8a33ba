import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COUNTRIES, countryCode } from "./countries.js";
import { guessCountry } from "./guess-country.js";

describe("where a device probably is", () => {
  test.each([
    ["Europe/Madrid", ["en-US"], "ES"],
    ["Atlantic/Canary", [], "ES"],
    ["America/Chicago", ["es-MX"], "US"],
    // Names that were replaced, under which some platforms still go, and the new ones.
    ["Asia/Calcutta", [], "IN"],
    ["Asia/Kolkata", [], "IN"],
    ["America/Argentina/Buenos_Aires", [], "AR"],
    ["Africa/Lagos", ["en-US"], "NG"],
  ])("%s with %j: %s", (zone, languages, country) => {
    expect(guessCountry(zone, languages)).toBe(country);
  });

  test("without a zone that names a country it is the region of a language, and else nobody's guess", () => {
    expect(guessCountry("UTC", ["en", "de-AT", "en-US"])).toBe("AT");
    expect(guessCountry(undefined, ["pt-BR"])).toBe("BR");
    expect(guessCountry("No/Where", ["en", "es-419"])).toBeNull();
    expect(guessCountry("Etc/GMT+3", [])).toBeNull();
  });

  test("whatever a platform says of itself, it is a country or null, and never an error", () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), fc.array(fc.string()), (zone, languages) => {
        const country = guessCountry(zone, languages);
        expect(country === null || COUNTRIES.includes(country)).toBe(true);
      }),
    );
  });
});

describe("the code of a country", () => {
  test("is taken as developers write it, and nothing else is one", () => {
    expect([" de ", "De", "uk", "XK"].map(countryCode)).toEqual(["DE", "DE", "GB", "XK"]);
    expect(["", "D", "DEU", "Germany", "ZZ", "EU", "112", null, undefined].map(countryCode)).toEqual(
      Array(9).fill(null),
    );
  });

  test("each stands in the list once", () => {
    expect(new Set(COUNTRIES).size).toBe(250);
    expect(COUNTRIES).toHaveLength(250);
    for (const country of COUNTRIES) expect(countryCode(country)).toBe(country);
  });
});
