import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import { codePoints, idText, line, passage, setOf, topics } from "./text.js";

const title = line(120);
const description = passage(2000);
const NUL = "\0";

describe("what a person typed is kept as they typed it", () => {
  test.each([
    ["Arabic", "أستطيع أن أستمع إليك هذا المساء"],
    ["Hebrew with direction marks", "שלום \u200fKith\u200e עולם"],
    ["a family of seven code points", "👨‍👩‍👧‍👦"],
    ["a flag", "🇪🇸 hablo español"],
    ["Hindi", "मैं सुन सकता हूँ"],
    ["Thai", "ฉันรับฟังได้"],
    ["an emoji that no browser knows yet", "hello \u{1fabf}\u{1fae9}"],
    ["mathematical letters", "𝓗𝓮𝓵𝓵𝓸"],
    ["mark-up, which is only text", '<script>alert(1)</script> & "quotes" \'; drop table member;--'],
  ])("%s", (_, text) => {
    expect(taken(title, text)).toBe(text);
    expect(taken(description, text)).toBe(text);
  });

  test("any characters that are not controls come through, but for white space at the ends and their composing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text) && !/[\u2028\u2029]/.test(text.trim()));
        expect(taken(title, text)).toBe(text.trim().normalize("NFC"));
      }),
    );
  });
});

describe("tidying", () => {
  test("white space at the ends goes, within it stays", () => {
    expect(taken(title, "\u00a0 \t\n I can  listen \u3000\ufeff")).toBe("I can  listen");
  });

  test("the same letters written two ways become the same text", () => {
    expect(taken(title, "Rose\u0301")).toBe("Ros\u00e9");
    expect(taken(title, "\u1112\u1161\u11ab")).toBe("\ud55c");
  });

  test("line breaks of every system become one", () => {
    expect(taken(description, "a\r\nb\rc\nd\u2028e\u2029f")).toBe("a\nb\nc\nd\ne\nf");
    expect(taken(description, "a\n\n\tb")).toBe("a\n\n\tb");
  });

  test("doing it twice changes nothing", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          "\u0301",
          "\u0316",
          "e",
          "\r",
          "\n",
          " ",
          "\u00a0",
          "\u2126",
          "\u2000",
          "\u0f73",
          "\u200f",
        ),
        maxLength: 30,
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        for (const schema of [title, description]) {
          if (reasons(schema, text).length > 0) continue;
          const once = taken(schema, text);
          expect(once === null ? null : taken(schema, once)).toBe(once);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("length is counted in characters as people count them: code points", () => {
  test("exactly as many as allowed are taken, one more is not", () => {
    for (const character of ["a", "é", "ع", "한", "😀", "𝓗"]) {
      expect(taken(title, character.repeat(120))).toBe(character.repeat(120));
      expect(reasons(title, character.repeat(121))).toEqual([": TOO_LONG"]);
      expect(taken(description, character.repeat(2000))).toBe(character.repeat(2000));
      expect(reasons(description, character.repeat(2001))).toEqual([": TOO_LONG"]);
    }
  });

  test("it is counted after tidying", () => {
    expect(taken(title, `  ${"a".repeat(120)}  `)).toHaveLength(120);
    expect(taken(title, "e\u0301".repeat(120))).toBe("\u00e9".repeat(120));
    expect(taken(title, `${" ".repeat(5000)}hello${"\n".repeat(5000)}`)).toBe("hello");
  });

  test("no character, taken apart as far as it goes, is refused before it is put together again", () => {
    const apart: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const whole = String.fromCodePoint(code);
      const pieces = whole.normalize("NFD");
      if (pieces !== whole && pieces.normalize("NFC") === whole) apart.push(pieces);
    }
    expect(apart.length).toBeGreaterThan(10_000);
    const refused = apart.filter((pieces) => reasons(title, pieces.repeat(120)).length > 0);
    expect(refused).toEqual([]);
  });

  test("an emoji counts for its code points, never for halves", () => {
    expect(codePoints("😀")).toBe(1);
    expect(codePoints("👨‍👩‍👧‍👦")).toBe(7);
    expect(codePoints("")).toBe(0);
  });

  test("100 kB is refused at once", () => {
    const before = process.cpuUsage();
    expect(reasons(title, "x".repeat(100_000))).toEqual([": TOO_LONG"]);
    expect(reasons(description, "😀".repeat(25_000))).toEqual([": TOO_LONG"]);
    // Marks in the worst order make composing slow; they must be refused before it.
    expect(reasons(description, "\u0316\u0301".repeat(50_000))).toEqual([": TOO_LONG"]);
    expect(reasons(description, `${" ".repeat(100_000)}x`)).toEqual([]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

describe("what is not text, or would not be seen, is refused", () => {
  test("NUL, which PostgreSQL cannot keep, and other controls", () => {
    for (const control of [NUL, "\u0001", "\u0007", "\u001b[31m", "\u007f", "\u0085", "\u009f"]) {
      expect(reasons(title, `a${control}b`)).toEqual([": CONTROL_CHARACTER"]);
      expect(reasons(description, `a${control}b`)).toEqual([": CONTROL_CHARACTER"]);
    }
  });

  test("line breaks and tabs where one line is asked for", () => {
    for (const control of ["\n", "\r", "\t", "\v", "\f", "\u2028", "\u2029"]) {
      expect(reasons(title, `a${control}b`)).toEqual([": CONTROL_CHARACTER"]);
    }
    for (const control of ["\v", "\f"]) expect(reasons(description, `a${control}b`)).toEqual([": CONTROL_CHARACTER"]);
  });

  test("half a surrogate pair", () => {
    for (const half of ["\ud83d", "\ude00", "a\ud83d", "\ude00a", "\ude00\ud83d", "😀\ud83d"]) {
      expect(reasons(title, half)).toEqual([": BROKEN_TEXT"]);
      expect(reasons(description, half)).toEqual([": BROKEN_TEXT"]);
    }
  });

  test("only white space, or only what nobody sees", () => {
    for (const nothing of [
      "",
      " ",
      "\n\t ",
      "\u00a0\u3000",
      "\u200b",
      "\u200b \u200d",
      "\u2060\ufe0f",
      "\u3164",
      "\u2800",
    ]) {
      expect(reasons(title, nothing)).toEqual([": EMPTY"]);
      expect(taken(description, nothing)).toBeNull();
    }
  });

  test("what is no text at all", () => {
    for (const other of [1, true, {}, [], ["a"], Symbol.iterator, new Date(0)]) {
      expect(reasons(title, other)).toEqual([": WRONG_TYPE"]);
      expect(reasons(description, other)).toEqual([": WRONG_TYPE"]);
      expect(reasons(idText(), other)).toEqual([": WRONG_TYPE"]);
    }
    expect(reasons(title, null)).toEqual([": REQUIRED"]);
    expect(reasons(title, undefined)).toEqual([": REQUIRED"]);
    expect(reasons(idText(), null)).toEqual([": REQUIRED"]);
  });

  test("whatever is taken holds no control, no half, and something to see", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) }),
        (text) => {
          if (reasons(title, text).length > 0) return;
          const kept = taken(title, text);
          expect(kept).not.toMatch(/\p{Cc}/u);
          expect(kept).not.toMatch(/\p{Cs}/u);
          expect(kept.trim()).toBe(kept);
          expect(kept.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe("topics", () => {
  test("each stands once, in the order given; null is none", () => {
    expect(taken(topics(), ["grief", " cancer", "grief ", "Grief"])).toEqual(["grief", "cancer", "Grief"]);
    expect(taken(topics(), null)).toEqual([]);
  });

  test("are ten at most, of 1 to 40 characters each", () => {
    const ten = Array.from({ length: 10 }, (_, n) => `topic ${n}`);
    expect(taken(topics(), ten)).toEqual(ten);
    expect(reasons(topics(), [...ten, "one more"])).toEqual([": TOO_MANY"]);
    expect(taken(topics(), ["x".repeat(40)])).toHaveLength(1);
    expect(reasons(topics(), ["fine", "x".repeat(41), " ", null, 3])).toEqual([
      "1: TOO_LONG",
      "2: EMPTY",
      "3: REQUIRED",
      "4: WRONG_TYPE",
    ]);
  });

  test("do not change the list that was sent", () => {
    const sent = Object.freeze([" a ", "a"]);
    expect(taken(setOf(line(40), 10), sent)).toEqual(["a"]);
    expect(sent).toEqual([" a ", "a"]);
  });
});
