import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doing } from "../../features/support-offers/testing.live.js";
import { type TestGateway, testGateway } from "../http/testing.js";
import { newId } from "../writing/new-id.js";
import { type TestWriting, testWriting } from "../writing/testing.js";
import { testEvents, testSocket } from "./testing.live.js";

let gateway: TestGateway;
let writing: TestWriting;
let holding: pg.Client;
beforeAll(async () => {
  gateway = await testGateway({ config: { statementTimeoutMs: 300 } });
  writing = testWriting(gateway);
  holding = new pg.Client(gateway.adminUrl);
  await holding.connect();
});
afterAll(async () => {
  await holding.end();
  await writing.close();
  await gateway.stop();
});

const asking = (more: string) =>
  `subscription ($after: String) { supportOfferChanged(after: $after) { cursor supportOffer { id ${more} } } }`;
const EVENT = "insert into outbox (partner_id, id, type, object_id) values ($1, $2, 'support-offer.updated', $3)";

test("who asks for what takes too long is let go to come again, and holds up nobody else", async () => {
  const [one] = gateway.partners;
  const id = await doing(writing, gateway).offer(one.ann);
  const slow = testSocket(gateway, one.ann);
  const slowStream = slow.subscribe(asking("community { name }"));
  const { cursor: after } = await slowStream.next();
  const slowEvents = testEvents(gateway, one.ann, asking("community { name }"));
  await slowEvents.next();
  const other = testSocket(gateway, one.ben);
  const stream = other.subscribe(asking(""));
  await stream.next();

  // Whatever reads communities waits for this, and waits too long.
  await holding.query("begin; lock table community in access exclusive mode");
  await writing.sql(EVENT, [one.partnerId, newId("evt"), id]);
  expect((await stream.next()).supportOffer).toEqual({ id });
  expect(await slowStream.ended).toBe(1013);
  expect((await slowEvents.next())[0].extensions).toEqual({ code: "UNAVAILABLE" });
  await holding.query("rollback");

  const again = testSocket(gateway, one.ann);
  const back = again.subscribe(asking("community { name }"), { after });
  await back.next();
  expect((await back.next()).supportOffer).toMatchObject({ id });
  for (const each of [slow, slowEvents, other, again]) each.stop();
});
