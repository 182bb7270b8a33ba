import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphqlOptions, type TestGateway, testGateway } from "../http/testing.js";
import type { TestPartner } from "../http/testing.partner.js";
import { adminOf } from "./testing.admin.js";

let gateway: TestGateway;
let one: TestPartner;
let other: TestPartner;
beforeAll(async () => {
  gateway = await testGateway();
  [one, other] = gateway.partners;
});
afterAll(() => gateway.stop());

const PARTNER = "{ partner { id } }";

async function outcome(options: GraphqlOptions, query = PARTNER) {
  const { status, errors, headers } = await gateway.graphql(query, {}, options);
  const { code, reason } = errors?.[0]?.extensions ?? {};
  return { status, code, reason, readableBy: headers.get("access-control-allow-origin") };
}

test("each key speaks for its own partner", async () => {
  for (const partner of gateway.partners) {
    for (const as of [partner.publishableKey, partner.secretKey]) {
      expect((await gateway.graphql(PARTNER, {}, { as })).data).toEqual({ partner: { id: partner.partnerId } });
    }
  }
});

test.each<[fear: string, reason: string, credential: () => string]>([
  ["a guessed secret", "KEY_UNKNOWN", () => `${one.secretKey.slice(0, -4)}0000`],
  ["another partner's secret", "KEY_UNKNOWN", () => one.secretKey.slice(0, 29) + other.secretKey.slice(29)],
  ["a publishable key that calls itself secret", "KEY_UNKNOWN", () => one.publishableKey.replace("pk_", "sk_")],
  ["half a key", "KEY_UNKNOWN", () => one.secretKey.slice(0, 40)],
  ["a prefix", "KEY_UNKNOWN", () => "sk_"],
  ["a key with SQL in it", "KEY_UNKNOWN", () => `${one.secretKey}'--`],
])("no key is %s", async (_fear, reason, credential) => {
  expect(await outcome({ as: credential() })).toMatchObject({ status: 401, code: "UNAUTHENTICATED", reason });
});

test.each([
  ["none", undefined, "CREDENTIAL_MISSING"],
  ["an empty one", "", "CREDENTIAL_MALFORMED"],
  ["another scheme", "Basic c2s6", "CREDENTIAL_MALFORMED"],
  ["a scheme and nothing else", "Bearer", "CREDENTIAL_MALFORMED"],
  ["two", "Bearer a, Bearer b", "CREDENTIAL_MALFORMED"],
  ["one longer than any", `Bearer ${"a".repeat(5000)}`, "CREDENTIAL_MALFORMED"],
])("without a credential nobody is let in: %s", async (_which, authorization, reason) => {
  const answer = await outcome({ headers: authorization === undefined ? {} : { authorization } });
  expect(answer).toMatchObject({ status: 401, code: "UNAUTHENTICATED", reason });
});

test("a page of the partner's may ask with a publishable key or a token, and read the answer", async () => {
  for (const as of [one.publishableKey, one.ann]) {
    expect(await outcome({ as, headers: { origin: one.origin } })).toMatchObject({
      status: 200,
      readableBy: one.origin,
    });
  }
});

test.each([
  ["another site", () => "https://evil.example"],
  ["another partner's page", () => other.origin],
  ["the partner's name under another", () => `${one.origin}.evil.example`],
  ["a longer name that ends in it", () => one.origin.replace("https://", "https://x")],
  ["the same name without encryption", () => one.origin.replace("https", "http")],
  ["the same name on another port", () => `${one.origin}:8443`],
  ["the same name in capitals", () => one.origin.toUpperCase()],
  ["a page without an origin", () => "null"],
])("with a stolen credential, %s gets nothing but the reason", async (_site, origin) => {
  for (const as of [one.publishableKey, one.ann]) {
    const answer = await outcome({ as, headers: { origin: origin() } });
    expect(answer).toEqual({ status: 403, code: "FORBIDDEN", reason: "ORIGIN_NOT_ALLOWED", readableBy: origin() });
  }
});

test("a page that carries the secret key is told so before it does harm", async () => {
  const reason = "SECRET_KEY_IN_BROWSER";
  expect(await outcome({ as: one.secretKey, headers: { origin: one.origin } })).toMatchObject({ status: 403, reason });
  const acting = { origin: one.origin, "kith-member": one.ann.id };
  expect(await outcome({ as: one.secretKey, headers: acting })).toMatchObject({ status: 403, reason });
});

test("a page learns why its token was refused, and that it may not read another's answer", async () => {
  const expired = await one.sign({ iat: 1000, exp: 2000 });
  const answer = await outcome({ as: expired, headers: { origin: one.origin } });
  expect(answer).toMatchObject({ status: 401, reason: "TOKEN_EXPIRED", readableBy: one.origin });
});

test("a browser's question before the request is answered for any page, and lets no cookie through", async () => {
  const { status, headers } = await gateway.fetch("/graphql", {
    method: "OPTIONS",
    headers: { origin: "https://anywhere.example", "access-control-request-method": "POST" },
  });
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("access-control-allow-headers")).toMatch(/authorization.*idempotency-key/i);
  expect(headers.get("access-control-allow-credentials")).toBeNull();
});

test("a page can read the request id and when to try again", async () => {
  const { headers } = await gateway.graphql(PARTNER, {}, { as: one.publishableKey, headers: { origin: one.origin } });
  expect(headers.get("access-control-expose-headers")).toBe("Kith-Request-Id, Retry-After, RateLimit");
  expect(headers.get("vary")).toContain("Origin");
});

test("an origin that is taken away is turned away at once, and a new one let in", async () => {
  const moved = "https://moved.example";
  expect((await outcome({ as: other.publishableKey, headers: { origin: moved } })).status).toBe(403);
  await adminOf(gateway, async (db, changed) => {
    await db.insertInto("partnerOrigin").values({ partnerId: other.partnerId, origin: moved }).execute();
    await changed(other.partnerId, null);
  });
  await expect
    .poll(() => outcome({ as: other.publishableKey, headers: { origin: moved } }))
    .toMatchObject({ status: 200 });
});
