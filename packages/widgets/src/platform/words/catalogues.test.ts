import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "./languages.js";

const SOURCES = fileURLToPath(new URL("../../", import.meta.url));

/** Every folder that has words. */
const folders = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("strings.en.ts"))
  .map((path) => path.slice(0, -"/strings.en.ts".length));

/** What is rightly the same in English. */
const SAME: Partial<Record<Language, readonly string[]>> = { es: ["No"], fr: ["message"] };

type Said = string | ((...given: unknown[]) => string);

async function wordsOf(folder: string, language: Language): Promise<Map<string, Said>> {
  const { strings } = (await import(/* @vite-ignore */ join(SOURCES, folder, `strings.${language}.ts`))) as {
    strings: object;
  };
  return new Map(flat(strings));
}

function flat(strings: object, path = ""): [string, Said][] {
  return Object.entries(strings).flatMap(([key, value]: [string, Said | object]): [string, Said][] =>
    typeof value === "object" ? flat(value, `${path}${key}.`) : [[path + key, value]],
  );
}

/** A sentence with names in place of what it is given, and one thing it counts. */
function say(said: Said, counted = -1, count: unknown = "Rosa"): string {
  if (typeof said === "string") return said;
  return said(...Array.from({ length: said.length }, (_, at) => (at === counted ? count : "Rosa")));
}

const withoutDigits = (words: string) => words.replace(/\p{Nd}+/gu, "#");

/** Which of its arguments a sentence counts: one thing is said otherwise than two. */
function countedIn(said: Said): number {
  if (typeof said === "string") return -1;
  return Array.from({ length: said.length }, (_, at) => at).findIndex(
    (at) => withoutDigits(say(said, at, 1)) !== withoutDigits(say(said, at, 2)),
  );
}

describe("every catalogue", () => {
  it("is found: a test of none would pass", () => {
    expect(folders.length).toBeGreaterThanOrEqual(7);
  });

  it.each(folders)("%s speaks all languages, with the same keys and as many answers", async (folder) => {
    const english = [...(await wordsOf(folder, "en")).keys()];
    for (const language of LANGUAGES) expect([...(await wordsOf(folder, language)).keys()], language).toEqual(english);
  });

  it.each(folders)("%s has no word left over in English, and nothing empty", async (folder) => {
    const english = await wordsOf(folder, "en");
    for (const language of LANGUAGES.filter((one) => one !== "en")) {
      for (const [key, said] of await wordsOf(folder, language)) {
        const [there, here] = [say(english.get(key) ?? ""), say(said)];
        expect(here.trim(), `${language} ${key}`).not.toBe("");
        // What is nothing but a name has nothing to translate.
        if (withoutDigits(there).replace("Rosa", "").trim() && !SAME[language]?.includes(here)) {
          expect(here, `${language} ${key}`).not.toBe(there);
        }
      }
    }
  });

  it.each(folders)("%s cheers nobody: no exclamation mark in any language", async (folder) => {
    for (const language of LANGUAGES) {
      for (const [key, said] of await wordsOf(folder, language))
        expect(say(said), `${language} ${key}`).not.toMatch(/[!¡]/);
    }
  });

  it.each(folders)("%s writes Arabic in Arabic, but for names", async (folder) => {
    for (const [key, said] of await wordsOf(folder, "ar")) {
      expect(say(said).replace(/Rosa|Esc/g, ""), key).not.toMatch(/[A-Za-z]/);
    }
  });

  it.each(folders)("%s counts as each language does", async (folder) => {
    const english = await wordsOf(folder, "en");
    for (const [key, said] of english) {
      const counted = countedIn(said);
      if (counted < 0) continue;
      for (const language of LANGUAGES) {
        const words = (await wordsOf(folder, language)).get(key) ?? "";
        const forms = new Set([0, 1, 2, 3, 11, 100].map((count) => withoutDigits(say(words, counted, count))));
        expect(forms.size, `${language} ${key}: ${[...forms].join(" | ")}`).toBeGreaterThanOrEqual(
          language === "ar" ? 4 : 2,
        );
      }
    }
  });
});
