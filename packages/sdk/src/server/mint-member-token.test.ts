import { isExternalId } from "@kith/core/partners";
import fc from "fast-check";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { afterEach, expect, test, vi } from "vitest";
import { mintMemberToken } from "./mint-member-token.js";

const signingKey = {
  kid: "kid_01jd8zt8w0e7rb0000000000aa_x",
  secret: "correct horse battery staple, more than 32 bytes",
};
const given = { partnerId: "prt_01jd8zt8w0e7rb0000000000aa", signingKey, externalId: "patient-42" };

afterEach(() => vi.unstubAllGlobals());

test("the token says what the gateway verifies, and nothing else", async () => {
  const token = await mintMemberToken({ ...given, expiresIn: 120 });
  const { payload } = await jwtVerify(token, new TextEncoder().encode(signingKey.secret), {
    algorithms: ["HS256"],
    audience: "kith",
    issuer: given.partnerId,
  });
  expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", kid: signingKey.kid, typ: "JWT" });
  expect(Object.keys(payload).sort()).toEqual(["aud", "exp", "iat", "iss", "sub"]);
  expect(payload.sub).toBe("patient-42");
  expect(Number(payload.exp) - Number(payload.iat)).toBe(120);
  expect(Math.abs(Number(payload.iat) - Date.now() / 1_000)).toBeLessThan(5);
});

test("a token holds 15 minutes unless said", async () => {
  const { payload } = await jwtVerify(await mintMemberToken(given), new TextEncoder().encode(signingKey.secret));
  expect(Number(payload.exp) - Number(payload.iat)).toBe(900);
});

test.each([[""], ["x".repeat(129)], ["line\nbreak"], ["ada@clinic.example"], [42 as never], [undefined as never]])(
  "externalId %j is refused before it is signed",
  async (externalId) => {
    await expect(mintMemberToken({ ...given, externalId })).rejects.toThrow(TypeError);
  },
);

test("no externalId is refused that the gateway would take", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 140 }).filter(isExternalId);
  await fc.assert(
    fc.asyncProperty(text, async (externalId) => {
      const { payload } = await jwtVerify(
        await mintMemberToken({ ...given, externalId }),
        new TextEncoder().encode(signingKey.secret),
      );
      expect(payload.sub).toBe(externalId);
    }),
  );
});

test.each([[0], [-5], [3_601], [Number.NaN]])("a life of %d seconds is refused", async (expiresIn) => {
  await expect(mintMemberToken({ ...given, expiresIn })).rejects.toThrow(RangeError);
});

test("nothing is signed in a page, where the secret would be anyone's", async () => {
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("document", {});
  await expect(mintMemberToken(given)).rejects.toThrow(/must not run in a page/);
});

test.each([
  ["partnerId", { partnerId: undefined }],
  ["signingKey.kid", { signingKey: { kid: "", secret: "s" } }],
  ["signingKey.secret", { signingKey: { kid: "kid_1", secret: undefined } }],
])("a setting that is not there is named, not signed: %s", async (name, given) => {
  const options = { partnerId: "prt_1", signingKey: { kid: "kid_1", secret: "s" }, externalId: "p-1", ...given };
  await expect(mintMemberToken(options as never)).rejects.toThrow(`${name} is missing.`);
});
