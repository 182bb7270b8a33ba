import { createHmac, generateKeyPairSync, sign as rsaSign } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../http/testing.js";
import type { TestPartner } from "../http/testing.partner.js";

let gateway: TestGateway;
let one: TestPartner;
let other: TestPartner;
beforeAll(async () => {
  gateway = await testGateway();
  [one, other] = gateway.partners;
});
afterAll(() => gateway.stop());

const WHO = "{ viewer { member { id externalId displayName } } }";
const now = () => Math.floor(Date.now() / 1000);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claims = (more: object = {}) => ({
  iss: one.partnerId,
  aud: "kith",
  sub: one.ann.externalId,
  iat: now(),
  exp: now() + 600,
  ...more,
});
const hmac = (hash: string, text: string, secret = one.signingKey.secret) =>
  createHmac(hash, secret).update(text).digest("base64url");

/** A token put together by hand, for what no honest library would make. */
function forged(header: object, payload: object, sign: (text: string) => string): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${sign(text)}`;
}

async function reasonFor(token: string): Promise<string | undefined> {
  const { status, data, errors } = await gateway.graphql(WHO, {}, { as: token });
  expect({ status, data, code: errors?.[0]?.extensions.code }).toEqual({
    status: 401,
    data: undefined,
    code: "UNAUTHENTICATED",
  });
  return errors?.[0]?.extensions.reason;
}

test("a token as it should be names its member", async () => {
  const { status, data } = await gateway.graphql(WHO, {}, { as: one.ann });
  expect(status).toBe(200);
  expect(data.viewer.member).toMatchObject({ id: one.ann.id, externalId: one.ann.externalId });
});

test.each<[fear: string, reason: string, token: () => Promise<string> | string]>([
  ["one that has ended", "TOKEN_EXPIRED", () => one.sign({ iat: now() - 700, exp: now() - 100 })],
  ["one that is not yet valid", "TOKEN_NOT_YET_VALID", () => one.sign({ nbf: now() + 120 })],
  ["one issued in the future", "TOKEN_NOT_YET_VALID", () => one.sign({ iat: now() + 120, exp: now() + 600 })],
  ["one that lives for more than an hour", "TOKEN_TOO_LONG_LIVED", () => one.sign({ exp: now() + 3700 })],
  ["one without an end", "TOKEN_INVALID", () => one.sign({ exp: undefined })],
  ["one that does not say when it was issued", "TOKEN_INVALID", () => one.sign({ iat: undefined })],
  ["one that ends at the end of time", "TOKEN_TOO_LONG_LIVED", () => one.sign({ exp: Number.MAX_VALUE })],
  ["one whose times are text", "TOKEN_INVALID", () => one.sign({ exp: "soon" })],
  ["one for another audience", "TOKEN_WRONG_AUDIENCE", () => one.sign({ aud: "billing" })],
  ["one without an audience", "TOKEN_WRONG_AUDIENCE", () => one.sign({ aud: undefined })],
  ["one from another issuer", "TOKEN_WRONG_ISSUER", () => one.sign({ iss: "https://clinic.example" })],
  [
    "one that another partner says is ours",
    "TOKEN_WRONG_ISSUER",
    () => other.sign({ iss: one.partnerId, sub: one.ann.externalId }),
  ],
  ["one signed by us under another partner's kid", "TOKEN_INVALID", () => one.sign({}, { kid: other.signingKey.kid })],
  ["one with a kid nobody has", "TOKEN_INVALID", () => one.sign({}, { kid: `${one.signingKey.kid}0` })],
  ["one with a kid of another form", "TOKEN_INVALID", () => one.sign({}, { kid: "../../etc/passwd" })],
  ["one without a kid", "TOKEN_INVALID", () => forged({ alg: "HS256" }, claims(), (text) => hmac("sha256", text))],
  [
    "one that is not signed",
    "TOKEN_INVALID",
    () => forged({ alg: "HS256", kid: one.signingKey.kid }, claims(), () => ""),
  ],
  [
    "one that asks not to be checked",
    "TOKEN_INVALID",
    () => forged({ alg: "none", kid: one.signingKey.kid }, claims(), () => ""),
  ],
  [
    "one that asks not to be checked, yet signed",
    "TOKEN_INVALID",
    () => forged({ alg: "none", kid: one.signingKey.kid }, claims(), (text) => hmac("sha256", text)),
  ],
  [
    "another strength than agreed",
    "TOKEN_INVALID",
    () => forged({ alg: "HS512", kid: one.signingKey.kid }, claims(), (text) => hmac("sha512", text)),
  ],
  [
    "another kind of signature than agreed",
    "TOKEN_INVALID",
    () =>
      forged({ alg: "RS256", kid: one.signingKey.kid }, claims(), (text) =>
        rsaSign("sha256", Buffer.from(text), rsa).toString("base64url"),
      ),
  ],
  [
    "one signed with a guess",
    "TOKEN_INVALID",
    () => forged({ alg: "HS256", kid: one.signingKey.kid }, claims(), (text) => hmac("sha256", text, "secret")),
  ],
  [
    "one signed with nothing",
    "TOKEN_INVALID",
    () => forged({ alg: "HS256", kid: one.signingKey.kid }, claims(), (text) => hmac("sha256", text, "")),
  ],
  [
    "one with a header we do not understand",
    "TOKEN_INVALID",
    () =>
      forged({ alg: "HS256", kid: one.signingKey.kid, crit: ["exp2"], exp2: 1 }, claims(), (text) =>
        hmac("sha256", text),
      ),
  ],
  [
    "one that says nothing at all",
    "TOKEN_INVALID",
    () => forged({ alg: "HS256", kid: one.signingKey.kid }, [], (text) => hmac("sha256", text)),
  ],
  ["an e-mail address for a name", "TOKEN_SUBJECT_INVALID", () => one.sign({ sub: "ann@clinic.example" })],
  ["a NUL in the name", "TOKEN_SUBJECT_INVALID", () => one.sign({ sub: "ann\u0000" })],
  ["an empty name", "TOKEN_SUBJECT_INVALID", () => one.sign({ sub: "" })],
  ["a name longer than any", "TOKEN_SUBJECT_INVALID", () => one.sign({ sub: "a".repeat(129) })],
  ["no name", "TOKEN_SUBJECT_INVALID", () => one.sign({ sub: undefined })],
  ["a number for a name", "TOKEN_SUBJECT_INVALID", () => one.sign({ sub: 42 })],
  ["a role", "TOKEN_CARRIES_ROLE", () => one.sign({ role: "MODERATOR" })],
  ["roles", "TOKEN_CARRIES_ROLE", () => one.sign({ roles: [] })],
  ["a scope", "TOKEN_CARRIES_ROLE", () => one.sign({ scope: "admin" })],
  [
    "a role under a name of one's own",
    "TOKEN_CARRIES_ROLE",
    () => one.sign({ "https://clinic.example/roles": ["staff"] }),
  ],
  ["a flag that makes one an admin", "TOKEN_CARRIES_ROLE", () => one.sign({ is_admin: true })],
  ["half a token", "TOKEN_INVALID", async () => (await one.sign()).split(".").slice(0, 2).join(".")],
  ["no token at all", "TOKEN_INVALID", () => "nonsense"],
])("nobody comes in with %s", async (_fear, reason, token) => {
  expect(await reasonFor(await token())).toBe(reason);
});

test("a changed letter in a name is noticed", async () => {
  const [header, , signature] = (await one.sign({ sub: one.ann.externalId })).split(".");
  expect(await reasonFor(`${header}.${part(claims({ sub: one.ben.externalId }))}.${signature}`)).toBe("TOKEN_INVALID");
});

test("clocks may differ by half a minute", async () => {
  for (const token of [
    await one.sign({ sub: one.ann.externalId, iat: now() - 100, exp: now() - 10 }),
    await one.sign({ sub: one.ann.externalId, iat: now() + 20, nbf: now() + 20, exp: now() + 600 }),
  ]) {
    expect((await gateway.graphql(WHO, {}, { as: token })).status).toBe(200);
  }
});

test("a token in use stops at its end, though it was good a moment before", async () => {
  let clock = new Date();
  const timed = await testGateway({ now: () => clock });
  const [partner] = timed.partners;
  const token = await partner.sign({ sub: partner.ann.externalId, exp: now() + 60 });
  expect((await timed.graphql(WHO, {}, { as: token })).status).toBe(200);
  clock = new Date(Date.now() + 91_000);
  expect((await timed.graphql(WHO, {}, { as: token })).errors?.[0]?.extensions.reason).toBe("TOKEN_EXPIRED");
  await timed.stop();
});

test("whoever comes for the first time is a nameless minor, and one person however many requests bring them", async () => {
  const token = await one.sign({ sub: `new ${one.mark}` });
  const query = "{ viewer { member { id displayName ageBand state } } }";
  const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.graphql(query, {}, { as: token })));
  const ids = new Set(answers.map(({ data }) => data.viewer.member.id));
  expect(ids.size).toBe(1);
  expect(answers[0]?.data.viewer.member).toMatchObject({ displayName: null, ageBand: null, state: "ACTIVE" });
});

test.each(["SUSPENDED", "DISCHARGED", "ERASED", "DECEASED"] as const)(
  "a member who is %s is not let in",
  async (state) => {
    expect(await reasonFor((await one.addMember({ state })).token)).toBe("MEMBER_NOT_ACTIVE");
  },
);

test("whoever takes a rest may still come in", async () => {
  const { token } = await one.addMember({ state: "PAUSED" });
  expect((await gateway.graphql(WHO, {}, { as: token })).status).toBe(200);
});

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
