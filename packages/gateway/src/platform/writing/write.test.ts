import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestGateway, testGateway } from "../http/testing.js";
import { type TestWriting, testWriting } from "./testing.js";

let gateway: TestGateway;
let w: TestWriting;
/** What the gateway sends beside requests, each second. */
const BESIDES = /^select pg_notify|^insert into "audit"/;
/** Before the gateway starts, for it takes hold of its clients' `query` itself. */
const sent = vi.spyOn(pg.Client.prototype, "query");
beforeAll(async () => {
  gateway = await testGateway();
  w = testWriting(gateway);
});
afterAll(async () => {
  await w.close();
  await gateway.stop();
});

const offer = { kinds: ["EMOTIONAL"], title: "A walk" };
const pseudonymOf = async (id: string): Promise<string> =>
  (await w.sql("select pseudonym from member where id = $1", [id]))[0].pseudonym;

test("a change is recorded with its event and its audit, under the request's id", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  let requestId: string | null = null;
  let id = "";
  const recorded = await w.recorded(one, async () => {
    const answer = await gateway.graphql(
      "mutation ($input: CreateSupportOfferInput!) { createSupportOffer(input: $input) { supportOffer { id } } }",
      { input: offer },
      { as: cleo },
    );
    requestId = answer.headers.get("kith-request-id");
    id = answer.data.createSupportOffer.supportOffer.id;
  });
  expect(recorded).toEqual({
    events: [{ type: "support-offer.created", objectId: id }],
    audits: [
      {
        actorKind: "MEMBER",
        actor: await pseudonymOf(cleo.id),
        onBehalfOf: null,
        action: "support-offer.created",
        objectId: id,
        requestId,
      },
    ],
  });
});

test("a server that acts for a member stands in the audit by its key, with the member's pseudonym", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const { audits } = await w.recorded(one, () =>
    w.mutate(one.secretKey, "createSupportOffer", offer, "supportOffer { id }", { actFor: cleo.id }),
  );
  const [key] = await w.sql("select id from api_key where partner_id = $1 and kind = 'SECRET'", [one.partnerId]);
  expect(audits).toMatchObject([{ actorKind: "SERVER", actor: key.id, onBehalfOf: await pseudonymOf(cleo.id) }]);
});

test("a server's own changes stand in the audit by its key alone", async () => {
  const one = gateway.partners[0];
  const { audits, events } = await w.recorded(one, () =>
    w.mutate(one.secretKey, "upsertMember", { externalId: "audited", displayName: "Zoë Quint" }, "member { id }"),
  );
  expect(audits).toMatchObject([{ actorKind: "SERVER", onBehalfOf: null, action: "member.created" }]);
  expect(events).toMatchObject([{ type: "member.created" }]);
});

test("neither events nor audit hold a name, a text or the partner's own ids", async () => {
  const one = gateway.partners[0];
  const texts = ["Zoë Quint", "zq-4711", "A very private title"];
  await w.mutate(one.secretKey, "upsertMember", { externalId: texts[1], displayName: texts[0] }, "member { id }");
  await w.mutate(one.secretKey, "createSupportOffer", { ...offer, title: texts[2] }, "supportOffer { id }", {
    actFor: `external:${texts[1]}`,
  });
  const rows = JSON.stringify([await w.sql("select * from outbox"), await w.sql("select * from audit")]);
  for (const text of [...texts, one.mark]) expect(rows).not.toContain(text);
});

test("a refused mutation leaves nothing behind", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const before = await rowCounts();
  const refusals = [
    await w.mutate(cleo, "createSupportOffer", { ...offer, communityId: one.openCommunityId }, "supportOffer { id }", {
      key: "r1",
    }),
    await w.mutate(cleo, "acceptExchange", { exchangeId: one.exchangeId }, "exchange { id }", { key: "r2" }),
    await w.mutate(cleo, "recordPulseCheckIn", { mood: 9 }, "checkIn { id }", { key: "r3" }),
    await w.mutate(cleo, "recordPulseCheckIn", { mood: 3, recordedAt: "2020-01-01T00:00:00Z" }, "checkIn { id }", {
      key: "r4",
    }),
    await w.mutate(one.publishableKey, "joinCommunity", { communityId: one.openCommunityId }, "membership { state }", {
      key: "r5",
    }),
  ];
  expect(refusals.map(({ refused }) => refused)).toEqual([
    "FORBIDDEN NOT_A_MEMBER input.communityId",
    "NOT_FOUND input.exchangeId",
    "BAD_INPUT OUT_OF_RANGE input.mood",
    "BAD_INPUT TOO_OLD input.recordedAt",
    "FORBIDDEN MEMBER_NEEDED",
  ]);
  expect(await rowCounts()).toEqual(before);
});

test("when the side rows cannot be written, the change is not either", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  await w.sql("alter table audit add constraint none_for_now check (action <> 'membership.joined') not valid");
  const input = { communityId: one.openCommunityId };
  expect((await w.mutate(cleo, "joinCommunity", input, "membership { state }")).refused).toBe("INTERNAL");
  await w.sql("alter table audit drop constraint none_for_now");
  expect(await w.sql("select 1 from membership where member_id = $1", [cleo.id])).toEqual([]);
  expect((await w.mutate(cleo, "joinCommunity", input, "membership { state }")).refused).toBeNull();
});

test("recording a check-in is one statement that writes and one that reads", async () => {
  const { cleo } = gateway.partners[0];
  const record = () =>
    w.mutate(cleo, "recordPulseCheckIn", { mood: 3 }, "checkIn { id mood }", { key: crypto.randomUUID() });
  await record();
  expect((await statementsOf(record)).map(verb)).toEqual(["with", "select"]);
});

test("a mutation sends no more statements than these", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const { payload } = await w.mutate(cleo, "createSupportOffer", offer, "supportOffer { id }");
  const { id: supportOfferId } = payload.supportOffer;

  const join = () => w.mutate(cleo, "joinCommunity", { communityId: one.openCommunityId }, "membership { state }");
  expect((await statementsOf(join)).map(verb)).toEqual([
    "begin",
    ...["select", "select", "select"], // community, membership, member
    ...["insert", "update", "with"], // membership, count, side rows
    "commit",
    "select",
  ]);
  const pause = () => w.mutate(cleo, "pauseSupportOffer", { supportOfferId }, "supportOffer { id }");
  expect((await statementsOf(pause)).map(verb)).toEqual(["begin", "select", "update", "with", "commit", "select"]);
  const propose = () => w.mutate(cleo, "proposeExchange", { supportOfferId: one.offerId }, "exchange { id }");
  expect((await statementsOf(propose)).map(verb)).toEqual([
    "begin",
    ...["select", "select", "select", "select", "select"], // offer, open exchange, members, two memberships
    ...["with", "with"], // exchange and sides, side rows
    "commit",
    "select",
  ]);
});

async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = sent.mock.calls.length;
  await work();
  const texts = sent.mock.calls.slice(before).map(([query]: any[]) => (typeof query === "string" ? query : query.text));
  return texts.filter((text) => !BESIDES.test(text));
}

function verb(statement: string): string {
  return statement.split(" ", 1)[0] ?? "";
}

async function rowCounts(): Promise<unknown> {
  // Requests of a server for a member are counted up beside, in rows that name no object.
  const changes = "(select * from audit where object_id is not null) as changes";
  const tables = ["support_offer", "exchange", "membership", "pulse_check_in", "outbox", changes, "idempotency"];
  const counts = tables.map((table, n) => `(select count(*)::int from ${table}) as n${n}`);
  return w.sql(`select ${counts.join(", ")}`);
}
