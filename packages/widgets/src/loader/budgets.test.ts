import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../platform/words/languages.js";
import { buildWidgets } from "../testing/testing-build.js";

const KB = 1_000;

interface Chunk {
  readonly size: number;
  readonly imports: readonly string[];
}

/** Each file of the build by its path: its size gzipped, and the files it cannot start without. */
const chunks = new Map<string, Chunk>();
beforeAll(async () => {
  const folder = await buildWidgets();
  const files = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".js"));
  for (const path of files) {
    const code = await readFile(join(folder, path));
    const imports = [...code.toString().matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+)"/g)].map(
      ([, name]) => `chunks/${name}`,
    );
    chunks.set(path, { size: gzipSync(code, { level: 9 }).length, imports });
  }
});

/** This chunk and all that must be fetched before it runs. */
function neededFor(name: string): Set<string> {
  const needed = new Set<string>();
  const visit = (path: string) => {
    if (needed.has(path)) return;
    needed.add(path);
    for (const other of chunks.get(path)?.imports ?? []) visit(other);
  };
  visit(chunkOf(name));
  return needed;
}

function chunkOf(name: string): string {
  // Whole names: `words-en-check-in-done` is another file than `words-en-check-in`.
  const found = [...chunks.keys()].find((path) => new RegExp(`^chunks/${name}-[\\w-]{8}\\.js$`).test(path));
  if (!found) throw new Error(`No chunk ${name} in ${[...chunks.keys()].join(", ")}`);
  return found;
}

function wordsOf(language: string, name: string): string {
  return chunkOf(`words-${language}-${name}`);
}

function sizeOf(paths: Iterable<string>): number {
  return [...paths].reduce((sum, path) => sum + (chunks.get(path)?.size ?? Number.NaN), 0);
}

function without(paths: Set<string>, others: Set<string>): string[] {
  return [...paths].filter((path) => !others.has(path));
}

describe("what a page waits for, gzipped", () => {
  it("the loader: at most 1 kB, and nothing it cannot start without", () => {
    expect(chunks.get("kith.js")?.imports).toEqual([]);
    expect(chunks.get("kith.js")?.size).toBeLessThanOrEqual(1 * KB);
  });

  it.each(LANGUAGES)(
    "<kith-check-in> until it can be used, with loader and session, in %s: at most 16 kB",
    (language) => {
      // The session's code stands in the shared file, so the page cannot be without it.
      const needed = neededFor("kith-check-in");
      expect(needed).toContain(chunkOf("shared"));
      const words = [wordsOf(language, "words"), wordsOf(language, "check-in")];
      expect(sizeOf(["kith.js", ...needed, ...words])).toBeLessThanOrEqual(16 * KB);
    },
  );

  it("what saving needs, fetched while the questions are answered: at most 7 kB more", () => {
    expect(sizeOf(without(neededFor("saving"), neededFor("kith-check-in")))).toBeLessThanOrEqual(7 * KB);
  });

  it.each(LANGUAGES)(
    "what becomes of the answers, and what keeps them, in %s: at most 4.5 kB of its own",
    (language) => {
      const flow = without(neededFor("check-in-flow"), neededFor("kith-check-in"));
      const later = [wordsOf(language, "keeping"), wordsOf(language, "check-in-done")];
      expect(sizeOf(flow.filter((path) => !path.includes("/reading-")))).toBeLessThanOrEqual(4.5 * KB);
      expect(sizeOf([...flow, ...later])).toBeLessThanOrEqual(7.5 * KB);
    },
  );

  it.each(LANGUAGES)("the trend, when it is opened, in %s: at most 7 kB more than what is there", (language) => {
    const present = new Set([...neededFor("kith-check-in"), ...neededFor("check-in-flow")]);
    const trend = without(neededFor("kith-part-pulse-trend"), present);
    expect(sizeOf([...trend, wordsOf(language, "part-pulse-trend")])).toBeLessThanOrEqual(7 * KB);
  });

  describe.each(LANGUAGES)(
    "each further element in %s, on top of what the elements share: at most 6 kB",
    (language) => {
      const more = (name: string, shared: readonly string[], words: readonly string[]) => {
        const there = new Set(["kith-check-in", ...shared].flatMap((other) => [...neededFor(other)]));
        return sizeOf([...without(neededFor(name), there), ...words.map((word) => wordsOf(language, word))]);
      };
      // What lists are read with, and the four kinds of support.
      const LISTS = ["reading", "gateway", "common-support"];

      it("<kith-support-board>", () => {
        expect(more("kith-support-board", LISTS, ["support-board"])).toBeLessThanOrEqual(6 * KB);
      });

      it("<kith-exchanges>, all of it", () => {
        expect(more("kith-exchanges", LISTS, ["part-own-support"])).toBeLessThanOrEqual(6 * KB);
      });

      it("<kith-crisis-help>, without the lines, which are data beside it", () => {
        expect(more("kith-crisis-help", [], ["crisis-help"])).toBeLessThanOrEqual(6 * KB);
      });
    },
  );

  it("what follows changes, fetched after all that is shown: at most 6 kB", () => {
    expect(sizeOf([chunkOf("live")])).toBeLessThanOrEqual(6 * KB);
  });

  it("the crisis lines, fetched when a page is idle: at most 4 kB", () => {
    expect(sizeOf([chunkOf("crisis-lines")])).toBeLessThanOrEqual(4 * KB);
  });

  it.each(LANGUAGES)(
    "the parts of the board in %s: the form at most 8.2 kB, one's own side at most 5.3 kB",
    (language) => {
      const board = neededFor("kith-support-board");
      const keeping = neededFor("keeping");
      const form = [
        ...without(neededFor("kith-part-offer-form"), new Set([...board, ...keeping])),
        wordsOf(language, "part-offer-form"),
      ];
      const own = [...without(neededFor("kith-part-own-support"), board), wordsOf(language, "part-own-support")];
      expect(sizeOf(form)).toBeLessThanOrEqual(8.2 * KB);
      expect(sizeOf(own)).toBeLessThanOrEqual(5.3 * KB);
    },
  );
});

describe("the build", () => {
  it("keeps to a strict policy: no eval, no style written into markup, no inline script", async () => {
    const folder = await buildWidgets();
    for (const path of chunks.keys()) {
      const code = await readFile(join(folder, path), "utf8");
      expect(code, path).not.toMatch(/\beval\(|new Function\(|\sstyle="|<script|<style/);
    }
  });

  it("carries each chunk's content in its name, so that it may be kept for ever", () => {
    const named = [...chunks.keys()].filter((path) => path !== "kith.js");
    expect(named.length).toBeGreaterThan(5);
    for (const path of named) expect(path).toMatch(/^chunks\/[\w-]+-[\w-]{8}\.js$/);
  });
});
