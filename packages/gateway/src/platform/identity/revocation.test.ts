import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway } from "../../main.js";
import { type TestGateway, testGateway } from "../http/testing.js";
import type { TestMember, TestPartner } from "../http/testing.partner.js";
import { adminOf } from "./testing.admin.js";

let gateway: TestGateway;
let one: TestPartner;
let urls: readonly string[];
let stopSecond: () => Promise<void>;
beforeAll(async () => {
  gateway = await testGateway();
  one = gateway.partners[0];
  const second = await startGateway(gateway.config, { log: { write: () => undefined } });
  urls = [gateway.url, second.url];
  stopSecond = second.stop;
});
afterAll(async () => {
  await stopSecond();
  await gateway.stop();
});

async function ask(url: string, credential: string): Promise<string> {
  const response = await fetch(new URL("/graphql", url), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${credential}` },
    body: JSON.stringify({ query: "{ viewer { member { id } } partner { id } }" }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { reason?: string } }[] };
  return errors?.[0]?.extensions.reason ?? "OK";
}
const askAll = (credential: string) => Promise.all(urls.map((url) => ask(url, credential)));

const revoke = ({ id }: TestMember, tell = true) =>
  adminOf(gateway, async (trx, changed) => {
    await trx
      .updateTable("member")
      .set({ tokensNotBefore: new Date(Date.now() + 1000) })
      .where("partnerId", "=", one.partnerId)
      .where("id", "=", id)
      .execute();
    if (tell) await changed(one.partnerId, id);
  });

async function listeners(): Promise<number[]> {
  return admin(async (client) => {
    const { rows } = await client.query(
      "select pid from pg_stat_activity where application_name = 'kith identity' and datname = current_database()",
    );
    return rows.map(({ pid }) => pid as number);
  });
}

async function admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Until both gateways remember what a credential proved. */
async function remembered(credential: string): Promise<void> {
  await expect.poll(listeners).toHaveLength(2);
  for (let i = 0; i < 3; i++) expect(await askAll(credential)).toEqual(["OK", "OK"]);
}

test("a revoked token is refused at once, by every gateway that had let it in", async () => {
  for (let round = 0; round < 10; round++) {
    const member = await one.addMember();
    await remembered(member.token);
    await revoke(member);
    // The notification comes with the commit; what is left is its way through the socket.
    const atOnce = { timeout: 500, interval: 5 };
    await expect.poll(() => askAll(member.token), atOnce).toEqual(["TOKEN_REVOKED", "TOKEN_REVOKED"]);
  }
});

test("one member's tokens end without another's", async () => {
  const [gone, stays] = [await one.addMember(), await one.addMember()];
  await remembered(gone.token);
  await remembered(stays.token);
  await revoke(gone);
  await expect.poll(() => askAll(gone.token)).toEqual(["TOKEN_REVOKED", "TOKEN_REVOKED"]);
  expect(await askAll(stays.token)).toEqual(["OK", "OK"]);
});

test("a token from after the revocation is good", async () => {
  const member = await one.addMember();
  await revoke(member);
  const iat = Math.floor(Date.now() / 1000) + 5;
  expect(await askAll(await one.sign({ sub: member.externalId, iat, exp: iat + 60 }))).toEqual(["OK", "OK"]);
});

test("a suspended member is out at once", async () => {
  const member = await one.addMember();
  await remembered(member.token);
  await adminOf(gateway, async (trx, changed) => {
    await trx
      .updateTable("member")
      .set({ state: "SUSPENDED" })
      .where("partnerId", "=", one.partnerId)
      .where("id", "=", member.id)
      .execute();
    await changed(one.partnerId, member.id);
  });
  await expect.poll(() => askAll(member.token)).toEqual(["MEMBER_NOT_ACTIVE", "MEMBER_NOT_ACTIVE"]);
});

test("a revoked key and a retired signing key are out at once", async () => {
  const [, partner] = gateway.partners;
  await remembered(partner.secretKey);
  await remembered(partner.ann.token);
  await adminOf(gateway, async (trx, changed) => {
    const revokedAt = new Date(Date.now() - 1000);
    await trx
      .updateTable("apiKey")
      .set({ revokedAt })
      .where("partnerId", "=", partner.partnerId)
      .where("kind", "=", "SECRET")
      .execute();
    await trx
      .updateTable("signingKey")
      .set({ retiredAt: revokedAt })
      .where("partnerId", "=", partner.partnerId)
      .execute();
    await changed(partner.partnerId, null);
  });
  await expect.poll(() => askAll(partner.secretKey)).toEqual(["KEY_REVOKED", "KEY_REVOKED"]);
  expect(await askAll(partner.ann.token)).toEqual(["TOKEN_INVALID", "TOKEN_INVALID"]);
  expect(await askAll(partner.publishableKey)).toEqual(["OK", "OK"]);
});

test("while revocations cannot be heard, what was remembered is not trusted", async () => {
  const member = await one.addMember();
  await remembered(member.token);
  await admin(async (client) => {
    for (const pid of await listeners()) await client.query("select pg_terminate_backend($1)", [pid]);
  });
  await expect.poll(listeners).not.toHaveLength(2);
  // Nobody is told of this one: it can only be found in the database.
  await revoke(member, false);
  expect(await askAll(member.token)).toEqual(["TOKEN_REVOKED", "TOKEN_REVOKED"]);
});

test("after the connection is back, they are heard again", async () => {
  const member = await one.addMember();
  await remembered(member.token);
  await revoke(member);
  await expect.poll(() => askAll(member.token)).toEqual(["TOKEN_REVOKED", "TOKEN_REVOKED"]);
});
