import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeId } from "../values/index.js";
import { ApiKeyKind, formatApiKey, formatSigningKeyId, parseApiKey, parseSigningKeyId } from "./api-key.js";

const anyPartnerId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => encodeId("prt", bytes));
const CHARACTERS = Array.from("ABCXYZabcxyz0189_-");
const anySecret = fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 16, maxLength: 128 });
const partner = "01jdzq3v8e7g2b9x4c5n6p7r8s";
const secret = "0123456789abcdef_-XY";

describe("a key says whose it is", () => {
  test("what is written is read back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ApiKeyKind)), anyPartnerId, anySecret, (kind, partnerId, secret) => {
        expect(parseApiKey(formatApiKey({ kind, partnerId, secret }))).toEqual({ kind, partnerId, secret });
      }),
    );
  });

  test("its kind can be told at a glance", () => {
    expect(parseApiKey(`sk_${partner}_${secret}`)).toEqual({ kind: "SECRET", partnerId: `prt_${partner}`, secret });
    expect(parseApiKey(`pk_${partner}_${secret}`)?.kind).toBe("PUBLISHABLE");
  });

  test.each([
    ["nothing", ""],
    ["no secret", `sk_${partner}_`],
    ["a secret too short to be one", `sk_${partner}_short`],
    ["a secret too long to be one", `sk_${partner}_${"a".repeat(129)}`],
    ["another kind", `rk_${partner}_${secret}`],
    ["upper case", `SK_${partner}_${secret}`],
    ["no partner", `sk_${secret}`],
    ["a partner that is none", `sk_${"u".repeat(26)}_${secret}`],
    ["a whole partner id", `sk_prt_${partner}_${secret}`],
    ["white space", ` sk_${partner}_${secret}`],
    ["a line break", `sk_${partner}_${secret}\n`],
    ["other characters", `sk_${partner}_${secret}.x`],
    ["a member token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl"],
  ])("%s is none", (_, text) => {
    expect(parseApiKey(text)).toBeNull();
  });
});

describe("a kid says whose signing key it names", () => {
  test("what is written is read back", () => {
    fc.assert(
      fc.property(
        anyPartnerId,
        fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 64 }),
        (id, r) => {
          expect(parseSigningKeyId(formatSigningKeyId(id, r))).toEqual({ partnerId: id });
        },
      ),
    );
  });

  test.each([
    "",
    "kid_",
    `kid_${partner}`,
    `kid_${partner}_`,
    `key_${partner}_a`,
    `kid_${"o".repeat(26)}_a`,
    `kid_${partner}_a b`,
    `kid_${partner}_${"a".repeat(65)}`,
    `kid_../../etc`,
  ])("%j names none", (kid) => {
    expect(parseSigningKeyId(kid)).toBeNull();
  });
});
