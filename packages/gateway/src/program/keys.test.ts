import { createSecretKey, randomBytes } from "node:crypto";
import { SignJWT } from "jose";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Gateway, startGateway } from "../main.js";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestPartner } from "../platform/http/testing.partner.js";
import { kith } from "./testing.program.js";

// A process is started in each, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let gateway: TestGateway;
let second: Gateway;
let one: TestPartner;
let other: TestPartner;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  gateway = await testGateway();
  second = await startGateway(gateway.config, { log: { write: () => undefined } });
  [one, other] = gateway.partners;
  env = {
    DATABASE_URL: gateway.databaseUrl,
    KITH_ENCRYPTION_KEY: gateway.config.encryptionKey.export().toString("base64"),
  };
});
afterAll(async () => {
  await second?.stop();
  await gateway?.stop();
});

const run = (...args: string[]) => kith(args, env).ended;
async function json(...args: string[]) {
  const { code, out, err } = await run(...args, "--json");
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

/** What both gateways say of a credential: OK, or why not. */
function say(credential: string, headers: Record<string, string> = {}): Promise<string[]> {
  return Promise.all(
    [gateway.url, second.url].map(async (url) => {
      const response = await fetch(new URL("/graphql", url), {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${credential}`, ...headers },
        body: JSON.stringify({ query: "{ partner { id } }" }),
      });
      const { errors } = (await response.json()) as { errors?: { extensions: { reason?: string } }[] };
      return errors?.[0]?.extensions.reason ?? "OK";
    }),
  );
}
const both = (what: string) => [what, what];
/** Until both remember it, so that only word of a change can end it. */
async function remembered(credential: string): Promise<void> {
  for (let n = 0; n < 3; n++) expect(await say(credential)).toEqual(both("OK"));
}
const signWith = ({ id, key }: { id: string; key: string }, { partnerId, ann }: TestPartner) =>
  new SignJWT()
    .setProtectedHeader({ alg: "HS256", kid: id })
    .setIssuer(partnerId)
    .setAudience("kith")
    .setSubject(ann.externalId)
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(createSecretKey(key, "utf8"));
const idOf = async (kind: string, { partnerId }: TestPartner): Promise<string> =>
  (await json("keys", "list", partnerId)).find(
    (key: { kind: string; state: string }) => key.kind === kind && key.state === "IN_FORCE",
  ).id;

test("a rotated signing key holds until its time and not a moment longer, also where its tokens are remembered", async () => {
  const { kid } = one.signingKey;
  await remembered(one.ann.token);
  const { created, ending } = await json("keys", "rotate", kid, "--until", "9s");
  expect(created).toEqual({ id: expect.stringMatching(/^kid_/), kind: "SIGNING", key: expect.any(String) });
  expect(ending).toEqual({ id: kid, endsAt: expect.any(String) });
  await remembered(await signWith(created, one));
  await remembered(one.ann.token);
  const ends = new Date(ending.endsAt).getTime();
  expect(Date.now()).toBeLessThan(ends);
  await new Promise((resolve) => setTimeout(resolve, ends - Date.now() + 50));
  expect(await say(one.ann.token)).toEqual(both("TOKEN_INVALID"));
  expect(await say(await signWith(created, one))).toEqual(both("OK"));
});

test.each(["SECRET", "PUBLISHABLE", "SIGNING"])(
  "a revoked %s key is out at once on every running gateway",
  async (kind) => {
    const created = await json("keys", "create", other.partnerId, kind.toLowerCase());
    const credential = kind === "SIGNING" ? await signWith(created, other) : created.key;
    await remembered(credential);
    const { id, left } = await json("keys", "revoke", created.id);
    expect({ id, left }).toEqual({ id: created.id, left: 1 });
    const why = kind === "SIGNING" ? "TOKEN_INVALID" : "KEY_REVOKED";
    expect(await say(credential)).toEqual(both(why));
    expect((await json("keys", "revoke", created.id)).endsAt).toBeDefined();
  },
);

test("a key rotated twice does not leave two that follow it", async () => {
  const id = await idOf("SECRET", other);
  const rotations = await Promise.all([run("keys", "rotate", id), run("keys", "rotate", id)]);
  expect(rotations.map(({ code }) => code).sort()).toEqual([0, 1]);
  expect(rotations.find(({ code }) => code === 1)?.err).toMatch(/^kith: This key has ended or is about to/);
  const keys: { kind: string; state: string }[] = await json("keys", "list", other.partnerId);
  expect(keys.filter(({ kind, state }) => kind === "SECRET" && state === "IN_FORCE")).toHaveLength(1);
  expect(await say(other.secretKey)).toEqual(both("OK"));
});

test("who revokes the last key of a kind is told so, and it is done", async () => {
  const partner = await json("partner", "create", "Of one key");
  // Made in one instant, they are listed in no order that one can count on.
  const keys: readonly { id: string; kind: string }[] = await json("keys", "list", partner.partnerId);
  const { code, err } = await run("keys", "revoke", keys.find(({ kind }) => kind === "PUBLISHABLE")?.id ?? "");
  expect({ code, err }).toEqual({ code: 0, err: "kith: No publishable key of this partner is left in force.\n" });
});

test("a list of keys shows which end and when, and of no key more than its end", async () => {
  const { out } = await run("keys", "list", one.partnerId);
  const keys = await json("keys", "list", one.partnerId);
  expect(Object.keys(keys[0])).toEqual(["id", "kind", "hint", "createdAt", "endsAt", "state"]);
  for (const text of [out, JSON.stringify(keys)]) {
    for (const key of [one.secretKey, one.publishableKey]) expect(text).not.toContain(key.slice(30));
    expect(text).not.toContain(one.signingKey.secret);
    expect(text).toContain(one.secretKey.slice(-4));
  }
});

test("an origin is let in and shut out at once", async () => {
  const origin = "https://new.example";
  expect(await say(one.publishableKey, { origin })).toEqual(both("ORIGIN_NOT_ALLOWED"));
  const { origins } = await json("origins", "add", one.partnerId, origin);
  expect(origins).toEqual([one.origin, origin].sort());
  expect(await say(one.publishableKey, { origin })).toEqual(both("OK"));
  expect(await json("origins", "remove", one.partnerId, origin)).toEqual({
    partnerId: one.partnerId,
    origins: [one.origin],
  });
  expect(await say(one.publishableKey, { origin })).toEqual(both("ORIGIN_NOT_ALLOWED"));
  expect((await run("origins", "list", one.partnerId)).out).toBe(`${one.origin}\n`);
});

test("a token for trying works, and production gives none without being told to", async () => {
  const kid = await idOf("SIGNING", other);
  const refused = await run("token", kid, "someone-new");
  expect({ code: refused.code, out: refused.out }).toEqual({ code: 1, out: "" });
  expect(refused.err).toMatch(/^kith: Whoever holds a token is that member\./);
  const { token, ...rest } = await json("token", kid, "someone-new", "--even-in-production", "--expires-in", "60");
  expect(rest).toEqual({ partnerId: other.partnerId, expiresAt: expect.any(String), externalId: "someone-new" });
  expect(await say(token)).toEqual(both("OK"));
  const development = kith(["token", kid, "someone-new"], { ...env, KITH_ENV: "development" });
  expect(await say((await development.ended).out.trim())).toEqual(both("OK"));
});

test("a token that another deployment's key cannot sign is refused in a line, with nothing of the key", async () => {
  const kid = await idOf("SIGNING", other);
  const wrong = { ...env, KITH_ENCRYPTION_KEY: randomBytes(32).toString("base64") };
  const { code, err } = await kith(["token", kid, "someone", "--even-in-production"], wrong).ended;
  expect({ code, err }).toEqual({
    code: 1,
    err: "kith: KITH_ENCRYPTION_KEY does not open this signing key: it was made under another.\n",
  });
});

const nobody = `prt_${"0".repeat(26)}`;
test.each<[code: number, args: string[], says: RegExp]>([
  [1, ["keys", "list", nobody], /no such partner/],
  [1, ["keys", "create", nobody, "secret"], /no such partner/],
  [1, ["origins", "list", nobody], /no such partner/],
  [1, ["origins", "add", nobody, "https://a.example"], /no such partner/],
  [1, ["keys", "rotate", "kid_1"], /no such key/],
  [1, ["keys", "revoke", `kid_${"0".repeat(26)}_ab`], /no such key/],
  [1, ["token", `kid_${"0".repeat(26)}_ab`, "someone", "--even-in-production"], /no such signing key/],
  [2, ["keys", "create", nobody, "magic"], /publishable, secret or signing/],
  [2, ["keys", "list", "Clinic"], /named by its id/],
  [2, ["keys", "rotate", "kid_1", "--until", "soon"], /--until is/],
  [2, ["keys", "rotate", "kid_1", "--until", "9999d"], /at most a year/],
  [2, ["origins", "add", nobody, "https://a.example/path"], /without a path/],
  [2, ["token", "kid_1", "ann@clinic.example"], /LOOKS_LIKE_EMAIL/],
  [2, ["token", "kid_1", "someone", "--expires-in", "3601"], /1 to 3600/],
])("code %i: %j", async (expected, args, says) => {
  const { code, err, out } = await run(...args);
  expect({ code, out }).toEqual({ code: expected, out: "" });
  expect(err).toMatch(says);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("an old key cannot be made to have ended yesterday", async () => {
  const id = await idOf("SIGNING", other);
  const { code, err } = await run("keys", "rotate", id, "--until", "2020-01-01T00:00:00Z");
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("cannot end in the past") });
});

test("what the operator did stands in the audit log, under no name", async () => {
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  const { rows } = await client.query("select * from audit where actor_kind = 'SYSTEM'");
  await client.end();
  const deeds = new Set(rows.map(({ action }) => action));
  expect(deeds).toEqual(new Set(["createKey", "rotateKey", "revokeKey", "addOrigins", "removeOrigins", "mintToken"]));
  for (const { externalId } of [one.ann, other.ann]) expect(JSON.stringify(rows)).not.toContain(externalId);
});

test("all partners are listed, by id, with their names", async () => {
  const partners: { partnerId: string }[] = await json("partner", "list");
  expect(partners.map(({ partnerId }) => partnerId)).toEqual(expect.arrayContaining([one.partnerId, other.partnerId]));
  expect(Object.keys(partners[0] ?? {})).toEqual(["partnerId", "name", "createdAt"]);
  expect((await run("partner", "list")).out).toContain(one.partnerId);
});
