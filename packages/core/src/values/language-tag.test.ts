import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import { canonicalLanguageTag, isLanguageTag } from "./language-tag.js";
import { languageTags } from "./language-tags.js";

describe("languages are BCP 47 tags", () => {
  test.each([
    ["en", "en"],
    ["PT-br", "pt-BR"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["iw", "he"],
    ["es-419", "es-419"],
    ["ar-EG-u-nu-latn", "ar-EG-u-nu-latn"],
  ])("%s is kept as %s", (text, tag) => {
    expect(canonicalLanguageTag(text)).toBe(tag);
    expect(isLanguageTag(text)).toBe(true);
  });

  test.each(["", "e", "english", "en_US", "en-", "-en", "en--US", "en US", "123", "en\0", "i-klingon", "en\n", "عربي"])(
    "%j is none",
    (text) => {
      expect(isLanguageTag(text)).toBe(false);
    },
  );

  test("a tag longer than any real one is none", () => {
    expect(isLanguageTag(`en-x${"-abcdef".repeat(4)}`)).toBe(true);
    expect(isLanguageTag(`en-x${"-abcdef".repeat(5)}`)).toBe(false);
  });
});

describe("a list of languages", () => {
  test("comes out in its usual form, each once, best first", () => {
    expect(taken(languageTags(), [" es ", "EN", "en", "pt-br"])).toEqual(["es", "en", "pt-BR"]);
    expect(taken(languageTags(), null)).toEqual([]);
    expect(taken(languageTags(), [])).toEqual([]);
  });

  test("is taken in its own usual form again unchanged", () => {
    const once = taken(languageTags(), ["iw", "PT-br", "zh-hant"]);
    expect(taken(languageTags(), once)).toEqual(once);
  });

  test("says which of them is none", () => {
    expect(reasons(languageTags(), ["en", "english", null])).toEqual(["1: NOT_A_LANGUAGE", "2: REQUIRED"]);
    expect(reasons(languageTags(), "en")).toEqual([": WRONG_TYPE"]);
  });

  test("has ten at most", () => {
    const many = ["en", "es", "fr", "de", "pt", "ar", "it", "nl", "sv", "fi", "da"];
    expect(reasons(languageTags(), many)).toEqual([": TOO_MANY"]);
    expect(taken(languageTags(), many.slice(1))).toHaveLength(10);
  });
});
