import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../database/database.js";
import { type TestGateway, testGateway } from "../http/testing.js";
import type { TestPartner } from "../http/testing.partner.js";

let gateway: TestGateway;
let one: TestPartner;
let other: TestPartner;
beforeAll(async () => {
  gateway = await testGateway({ config: { statementTimeoutMs: 500 } });
  [one, other] = gateway.partners;
});
afterAll(() => gateway.stop());

const WHO = "query Whoever { viewer { member { id } } partner { id } again: partner { name } }";
const actAs = (named: string, as: unknown = one.secretKey, query = WHO) =>
  gateway.graphql(query, {}, { as: as as string, headers: { "kith-member": Buffer.from(named).toString("latin1") } });

async function auditOf(partner: TestPartner) {
  const { kysely, close } = openDatabase({
    url: gateway.databaseUrl,
    poolSize: 1,
    statementTimeoutMs: 5000,
    onError: () => undefined,
  });
  const rows = await kysely
    .selectFrom("audit")
    .selectAll()
    .where("partnerId", "=", partner.partnerId)
    .orderBy("id")
    .execute();
  const people = await kysely
    .selectFrom("member")
    .select(["id", "pseudonym"])
    .where("partnerId", "=", partner.partnerId)
    .execute();
  await close();
  return rows.map(({ actor, actorKind, action, onBehalfOf, requestId }) => ({
    actor,
    actorKind,
    action,
    requestId,
    member: people.find(({ pseudonym }) => pseudonym === onBehalfOf)?.id,
  }));
}

test("the partner's server is a member, by our id or by its own", async () => {
  for (const named of [one.ann.id, `external:${one.ann.externalId}`]) {
    const { status, data } = await actAs(named);
    expect({ status, id: data.viewer.member.id }).toEqual({ status: 200, id: one.ann.id });
  }
});

test("what it reads as a member is written down where that member can see it, by field and under a pseudonym", async () => {
  const { headers } = await actAs(one.ben.id);
  const requestId = headers.get("kith-request-id");
  await expect.poll(async () => (await auditOf(one)).filter((row) => row.requestId === requestId)).toHaveLength(2);
  const rows = (await auditOf(one)).filter((row) => row.requestId === requestId);
  expect(rows.map(({ action }) => action)).toEqual(["viewer", "partner"]);
  for (const row of rows)
    expect(row).toMatchObject({ actorKind: "SERVER", member: one.ben.id, actor: expect.stringMatching(/^kid_/) });
});

test("an answer does not wait for what is written down, and nothing is lost while it cannot be", async () => {
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  await client.query("begin; lock table audit in access exclusive mode");
  const { status, headers } = await actAs(one.ann.id);
  expect(status).toBe(200);
  await expect.poll(() => gateway.logged(), { timeout: 10_000 }).toContain("audit not written yet");
  await client.query("rollback");
  await client.end();
  const requestId = headers.get("kith-request-id");
  const written = async () => (await auditOf(one)).filter((row) => row.requestId === requestId).length;
  await expect.poll(written, { timeout: 10_000 }).toBe(2);
});

test("nothing is written down of what a member or the server does as itself", async () => {
  const before = (await auditOf(other)).length;
  await gateway.graphql("{ partner { id } }", {}, { as: other.secretKey });
  await gateway.graphql("{ partner { id } }", {}, { as: other.ann });
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect((await auditOf(other)).length).toBe(before);
});

test.each([
  ["nobody", () => `mbr_${"0".repeat(26)}`],
  ["nobody by our server's id", () => "external:nobody"],
  ["another partner's member", () => other.ann.id],
  ["another partner's member by its own id", () => `external:${other.ann.externalId}`],
  ["something that is no member", () => one.offerId],
  ["nothing", () => ""],
  ["an e-mail address", () => "external:ann@clinic.example"],
])("acting for %s is NOT_FOUND", async (_whom, named) => {
  const { status, errors } = await actAs(named());
  expect(status).toBe(404);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", field: "Kith-Member" });
});

test.each([
  ["a publishable key", () => one.publishableKey],
  ["a member's token", () => one.ann],
  ["no credential", () => null],
])("nobody acts for a member with %s", async (_with, as) => {
  const { status, errors } = await actAs(one.ben.id, as());
  expect(status).toBe(403);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", reason: "SECRET_KEY_NEEDED" });
});

test("the server cannot act for a member who may not sign in", async () => {
  const { id } = await one.addMember({ state: "SUSPENDED" });
  expect((await actAs(id)).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", reason: "MEMBER_NOT_ACTIVE" });
});

test("bytes that are no text name nobody, though what stands for them may be in someone's name", async () => {
  const sub = `a\ufffd ${one.mark}`;
  await gateway.graphql(WHO, {}, { as: await one.sign({ sub }) });
  expect((await actAs(`external:${sub}`)).status).toBe(200);
  for (const bytes of ["a\u00ff", "a\u00ed\u00a0\u0080", "a\u00ef\u00bf"]) {
    const headers = { "kith-member": `external:${bytes} ${one.mark}` };
    expect((await gateway.graphql(WHO, {}, { as: one.secretKey, headers })).status).toBe(404);
  }
});

test("a member whose own id is not in Latin letters can be acted for", async () => {
  const sub = `член ${one.mark}`;
  const token = await one.sign({ sub });
  const { data } = await gateway.graphql(WHO, {}, { as: token });
  expect((await actAs(`external:${sub}`)).data.viewer.member.id).toBe(data.viewer.member.id);
});
