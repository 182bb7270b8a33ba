import "reflect-metadata";
import { pulseCheckInAccess } from "@kith/core/check-ins";
import { communityAccess, shareCommunity } from "@kith/core/communities";
import { memberAccess, memberView } from "@kith/core/members";
import { exchangeAccess, supportOfferAccess } from "@kith/core/support-offers";
import type { MemberId } from "@kith/core/values";
import { execute, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchangeChanged } from "../../features/support-offers/exchange-changed.live.js";
import { supportOfferChanged } from "../../features/support-offers/support-offer-changed.live.js";
import { buildKithSchema } from "../../schema.js";
import { type Database, openDatabase } from "../database/database.js";
import { type TestDatabase, testDatabase } from "../database/testing.js";
import { answersAtRoot } from "../graphql/deliver.js";
import { stringifyAnswer } from "../graphql/finished-json.js";
import type { Viewer } from "../identity/viewer.js";
import { openReading, type Reading } from "./read.js";
import { reread } from "./reread.js";
import { runRows } from "./run-rows.js";
import { infoOf } from "./testing/info-of.js";
import { type Data, type Row, readAll } from "./testing/naive-data.js";
import { viewersOf } from "./testing/viewers.js";
import { randomWorld, SMALL, seed } from "./testing/world.js";

/** More by KITH_ACCESS_WORLDS, how many after these. */
const WORLDS = Array.from({ length: 12 + Number(process.env.KITH_ACCESS_WORLDS ?? 0) }, (_, i) => i + 1);
const TABLES = ["member", "community", "supportOffer", "exchange", "pulseCheckIn"] as const;
const NODES = parse("query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Member { externalId } } }");

let own: TestDatabase;
let database: Database;
let data: Data;
let reading: Reading;
let ask: (viewer: Viewer, ids: readonly string[]) => Promise<Row[]>;
const partnerIds = new Map<number, string>();

beforeAll(async () => {
  own = await testDatabase();
  const worlds = WORLDS.map((number) => randomWorld(number * 1000, SMALL));
  worlds.forEach(({ partnerId }, i) => partnerIds.set(WORLDS[i]!, partnerId));
  await seed(own.adminUrl, worlds);
  data = await readAll(own.adminUrl);
  const onError = (error: Error) => {
    throw error;
  };
  database = openDatabase({ url: own.url, poolSize: 2, statementTimeoutMs: 20_000, onError });
  const { schema, catalog } = buildKithSchema();
  reading = openReading({ schema, catalog, database });
  const leaves = answersAtRoot(schema);
  ask = async (viewer, ids) => {
    const pages = Array.from({ length: Math.ceil(ids.length / 100) }, (_, i) => ids.slice(i * 100, i * 100 + 100));
    const answers = await Promise.all(
      pages.map(async (page) =>
        execute({ schema: leaves, document: NODES, variableValues: { ids: page }, contextValue: { viewer, reading } }),
      ),
    );
    return answers.flatMap(({ data, errors }) => {
      expect(errors).toBeUndefined();
      const { data: answer } = JSON.parse(stringifyAnswer({ data: data ?? null }));
      return (answer.nodes as (Row | null)[]).filter((row) => row !== null);
    });
  };
}, 60_000);
afterAll(async () => {
  await database?.close();
  await own?.drop();
});

test.each(WORLDS)(
  "a query shows exactly what core's rules grant, to everyone who may ask (world %i)",
  async (number) => {
    const partnerId = partnerIds.get(number)! as never;
    const ids = TABLES.flatMap((table) =>
      data[table].filter((row) => row.partnerId === partnerId || row.id.endsWith("0")).map((row) => row.id as string),
    );
    for (const viewer of viewersOf(partnerId, data.member)) {
      const shown = await ask(viewer, ids);
      const granted = TABLES.flatMap((table) =>
        data[table].filter((row) => row.partnerId === partnerId && grants[table](row, viewer)),
      );
      expect(shown.map((row) => row.id).sort(), JSON.stringify(viewer)).toEqual(granted.map((row) => row.id).sort());
      const names = shown.filter((row) => "externalId" in row && row.externalId === null).map((row) => row.id);
      const onlyNames = granted.filter(
        (row) => row.id.startsWith("mbr_") && memberView(grants.member(row, viewer)!) === "NAME",
      );
      expect(names.sort(), JSON.stringify(viewer)).toEqual(onlyNames.map((row) => row.id).sort());
    }
  },
);

const LIVE = [
  ["supportOffer", supportOfferChanged, "support-offer.updated", "it: supportOfferChanged { supportOffer { id } }"],
  ["exchange", exchangeChanged, "exchange.accepted", "it: exchangeChanged { exchange { id } }"],
] as const;

test.each(WORLDS)("a live update is told exactly those whom core's rules let see it (world %i)", async (number) => {
  const partnerId = partnerIds.get(number)! as never;
  const viewers = viewersOf(partnerId, data.member).filter((viewer) => viewer.kind === "MEMBER");
  for (const [table, live, type, asked] of LIVE) {
    // The other worlds' too, which are other partners'.
    const ids = data[table]
      .filter((row) => row.partnerId === partnerId || row.id.endsWith("0"))
      .map((row) => row.id as string);
    const pairs = viewers.flatMap((viewer) => ids.map((objectId) => ({ viewer, objectId, cursor: "" })));
    const info = await infoOf(reading.schema, `subscription { ${asked} }`);
    const told = await reread(reading, info, live, pairs);
    const granted = pairs.map(({ viewer, objectId }) => {
      const row: any = data[table].find(({ id }) => id === objectId);
      return row.partnerId === partnerId && Boolean(grants[table](row, viewer));
    });
    expect(told.map((answer) => answer !== undefined)).toEqual(granted);

    const happened = ids.map((objectId) => ({ type, objectId }));
    const members = viewers.map(({ memberId }) => memberId);
    const touched = await runRows(database, viewers[0]!, (at) => live.touched(at, happened, members));
    const concerned = new Set(touched.map(({ objectId, memberId }) => `${objectId} ${memberId ?? "anyone"}`));
    const unheard = pairs.filter(
      ({ viewer, objectId }, n) =>
        granted[n] && !concerned.has(`${objectId} anyone`) && !concerned.has(`${objectId} ${viewer.memberId}`),
    );
    expect(unheard).toEqual([]);
  }
});

const theirs = (table: keyof Data, partnerId: string) => data[table].filter((row) => row.partnerId === partnerId);
const membershipsOf = (memberId: string, partnerId: string): any[] =>
  theirs("membership", partnerId).filter((row) => row.memberId === memberId);
const membershipIn = (communityId: string | null, { partnerId, ...viewer }: Viewer) =>
  viewer.kind === "MEMBER"
    ? (membershipsOf(viewer.memberId, partnerId).find((row) => row.communityId === communityId) ?? null)
    : null;

/** Core's own answer, from the same rows. */
const grants = {
  member: (row: any, viewer: Viewer) => {
    const mine = viewer.kind === "MEMBER" ? viewer.memberId : ("" as MemberId);
    const between = theirs("exchange", viewer.partnerId).filter((one) =>
      [one.supporterId, one.recipientId].includes(row.id),
    );
    return memberAccess({
      member: row,
      viewer,
      sharesCommunity: shareCommunity(membershipsOf(row.id, viewer.partnerId), membershipsOf(mine, viewer.partnerId)),
      sharesExchange: between.some((one) => [one.supporterId, one.recipientId].includes(mine)),
    });
  },
  community: (row: any, viewer: Viewer) =>
    communityAccess({ community: row, viewer, membership: membershipIn(row.id, viewer) }),
  supportOffer: (row: any, viewer: Viewer) => {
    const author: any = theirs("member", viewer.partnerId).find(({ id }) => id === row.authorId);
    return supportOfferAccess({
      offer: row,
      author,
      viewer,
      membership: row.communityId === null ? null : membershipIn(row.communityId, viewer),
    });
  },
  exchange: (row: any, viewer: Viewer) => exchangeAccess(row, viewer),
  pulseCheckIn: (row: any, viewer: Viewer) => pulseCheckInAccess(row, viewer),
};
