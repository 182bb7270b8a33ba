import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeId, ID_PREFIXES, idTime, isId, parseId } from "./ids.js";

const anyBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const anyPrefix = fc.constantFrom(...Object.values(ID_PREFIXES));
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The 16 bytes of a UUIDv7 made in this millisecond. */
function uuid7(time: number, rest: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(rest);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(time / 2 ** 32));
  view.setUint32(2, time % 2 ** 32);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes;
}

/** The slow way: one large number, written in base 32. */
function slowly(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = "";
  for (let place = 0; place < 26; place++) {
    text = ALPHABET[Number(number % 32n)] + text;
    number /= 32n;
  }
  return text;
}

/** The bytes back, the slow way. */
function bytesOf(id: string): Uint8Array {
  let number = Array.from(id.slice(-26)).reduce(
    (sum, character) => sum * 32n + BigInt(ALPHABET.indexOf(character)),
    0n,
  );
  const bytes = new Uint8Array(16);
  for (let at = 15; at >= 0; at--) {
    bytes[at] = Number(number % 256n);
    number /= 256n;
  }
  return bytes;
}

describe("an id is its bytes and nothing else", () => {
  test("it is written as one number in base 32, most significant digit first", () => {
    fc.assert(
      fc.property(anyPrefix, anyBytes, (prefix, bytes) => {
        expect(encodeId(prefix, bytes)).toBe(`${prefix}_${slowly(bytes)}`);
      }),
    );
    expect(encodeId("mbr", new Uint8Array(16))).toBe("mbr_00000000000000000000000000");
    expect(encodeId("mbr", new Uint8Array(16).fill(255))).toBe("mbr_7zzzzzzzzzzzzzzzzzzzzzzzzz");
  });

  test("no bit is lost on the way", () => {
    fc.assert(
      fc.property(anyPrefix, anyBytes, (prefix, bytes) => {
        const id = encodeId(prefix, bytes);
        expect(bytesOf(id)).toEqual(Uint8Array.from(bytes));
        expect(parseId(id)).toEqual({ prefix, id });
        expect(isId(prefix, id)).toBe(true);
      }),
    );
  });

  test("too few or too many bytes are a fault, not another id", () => {
    for (const length of [0, 15, 17]) expect(() => encodeId("mbr", new Uint8Array(length))).toThrow(RangeError);
  });
});

describe("ids sort by time, since pages are cut along them", () => {
  const anyTime = fc.integer({ min: 0, max: 2 ** 48 - 1 });

  test("the order of two ids as text is the order of their bytes", () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (one, other) => {
        expect(Math.sign(compare(encodeId("sof", one), encodeId("sof", other)))).toBe(
          Math.sign(compare(hex(one), hex(other))),
        );
      }),
    );
  });

  test("an id made later is greater, whatever chance added", () => {
    fc.assert(
      fc.property(anyTime, anyTime, anyBytes, anyBytes, (earlier, later, chance, otherChance) => {
        fc.pre(earlier < later);
        expect(encodeId("sof", uuid7(earlier, chance)) < encodeId("sof", uuid7(later, otherChance))).toBe(true);
      }),
    );
  });

  test("an id tells the millisecond it was made in", () => {
    fc.assert(
      fc.property(anyTime, anyBytes, (time, chance) => {
        expect(idTime(encodeId("evt", uuid7(time, chance))).getTime()).toBe(time);
      }),
    );
  });
});

describe("whatever is not exactly an id is none", () => {
  const id = "mbr_01jdzq3v8e7g2b9x4c5n6p7r8s";

  test("a good one is taken", () => {
    expect(parseId(id)).toEqual({ prefix: "mbr", id });
    expect(isId("mbr", id)).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["the prefix alone", "mbr_"],
    ["no prefix", "01jdzq3v8e7g2b9x4c5n6p7r8s"],
    ["upper case", id.toUpperCase()],
    ["one letter in upper case", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8S"],
    ["a prefix in upper case", "Mbr_01jdzq3v8e7g2b9x4c5n6p7r8s"],
    ["a short prefix", "mb_01jdzq3v8e7g2b9x4c5n6p7r8s"],
    ["a long prefix", "mbrs_01jdzq3v8e7g2b9x4c5n6p7r8s"],
    ["another separator", "mbr-01jdzq3v8e7g2b9x4c5n6p7r8s"],
    ["25 characters", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8"],
    ["27 characters", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8s0"],
    ["an i", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8i"],
    ["an l", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8l"],
    ["an o", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8o"],
    ["a u", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8u"],
    ["more than 128 bits", "mbr_81jdzq3v8e7g2b9x4c5n6p7r8s"],
    ["white space before", ` ${id}`],
    ["white space after", `${id} `],
    ["a line break after", `${id}\n`],
    ["two ids", `${id}${id}`],
    ["a full-width digit", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8０"],
    ["a NUL", `${id.slice(0, -1)}\0`],
    ["a UUID", "019361e9-0f4e-7b8a-9c1d-2e3f4a5b6c7d"],
  ])("%s is refused", (_, text) => {
    expect(parseId(text)).toBeNull();
    expect(isId("mbr", text)).toBe(false);
  });

  test("the id of another kind is refused", () => {
    expect(isId("com", id)).toBe(false);
  });

  test("one character more, less or other never makes another good id by accident", () => {
    fc.assert(
      fc.property(anyBytes, fc.nat({ max: 29 }), fc.string({ unit: "binary", maxLength: 2 }), (bytes, at, piece) => {
        const good = encodeId("exc", bytes);
        const changed = good.slice(0, at) + piece + good.slice(at + 1);
        const expected = /^[a-z]{3}_[0-7][0123456789abcdefghjkmnpqrstvwxyz]{25}$/.test(changed);
        expect(parseId(changed) !== null).toBe(expected);
      }),
    );
  });
});

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
