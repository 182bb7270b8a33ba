import { readFileSync } from "node:fs";
import { buildSchema, isInterfaceType, isObjectType, type OperationDefinitionNode, parse, visit } from "graphql";
import { afterEach, describe, expect, test } from "vitest";
import * as generated from "./_generated/operations.js";
import { createKith } from "./client.js";
import * as sdk from "./index.js";
import * as server from "./server/index.js";
import { data, type ScriptedGateway, scriptedGateway } from "./testing/scripted-gateway.js";

const schema = buildSchema(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8"));
const documents = Object.entries(generated).filter(([name]) => name.endsWith("Document"));
const open: ScriptedGateway[] = [];

async function kithAnswered(value: unknown) {
  const gateway = await scriptedGateway(data(value));
  open.push(gateway);
  return { ...gateway, kith: createKith({ endpoint: gateway.endpoint, key: "pk_test" }) };
}

afterEach(() => Promise.all(open.splice(0).map((gateway) => gateway.close())));

test("no field of Query, Mutation or Subscription is left without a typed function", () => {
  const called = new Set<string>();
  for (const [, document] of documents) {
    const [operation] = parse(String(document)).definitions as OperationDefinitionNode[];
    for (const field of operation?.selectionSet.selections ?? [])
      if (field.kind === "Field") called.add(field.name.value);
  }
  const offered = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  // Many ids of many types at once have no one typed answer: they are for documents of one's own.
  expect(offered.filter((name) => !called.has(name))).toEqual(["nodes"]);
});

test("no field of an object is left out of every operation", () => {
  const asked = new Set<string>();
  for (const [, document] of documents) {
    visit(parse(String(document)), { Field: (field) => void asked.add(field.name.value) });
  }
  const missing = Object.values(schema.getTypeMap())
    .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith("__"))
    .flatMap((type) => Object.keys((type as { getFields(): object }).getFields()))
    .filter((name) => !asked.has(name));
  // A page has its nodes and its two cursors; edges are for documents of one's own.
  expect([...new Set(missing)].sort()).toEqual(["edges"]);
});

test("every document is exported: what needs the secret key from /server, all else from the main entry", () => {
  const exported = (entry: object) => Object.keys(entry).filter((name) => name.endsWith("Document"));
  expect(exported(server).sort()).toEqual([
    "CreateCommunityDocument",
    "MemberByExternalIdDocument",
    "RevokeMemberTokensDocument",
    "UpsertMemberDocument",
  ]);
  expect([...exported(sdk), ...exported(server)].sort()).toEqual(documents.map(([name]) => name).sort());
});

describe("what the answer does not hold", () => {
  test("an id of another type is NOT_FOUND, not an empty object", async () => {
    const { kith } = await kithAnswered({ node: { __typename: "Member" } });
    await expect(kith.supportOffers.get("mbr_1")).rejects.toMatchObject({ code: "NOT_FOUND", field: "id" });
    await expect(kith.exchanges.list({ supportOfferId: "mbr_1" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a key that acts for nobody has no viewer, and no lists of theirs", async () => {
    const { kith } = await kithAnswered({ viewer: null, pulseTrend: null });
    expect(await kith.viewer()).toBeNull();
    const needed = { code: "UNAUTHENTICATED", reason: "MEMBER_NEEDED" };
    await expect(kith.exchanges.list()).rejects.toMatchObject(needed);
    await expect(kith.memberships.list()).rejects.toMatchObject(needed);
    await expect(kith.supportOffers.mine.list()).rejects.toMatchObject(needed);
    await expect(kith.pulseCheckIns.list()).rejects.toMatchObject(needed);
    await expect(kith.pulseTrend()).rejects.toMatchObject(needed);
  });
});

test("a filter and a page are told apart, and the filter stays for the pages around", async () => {
  const pageInfo = { hasNextPage: true, hasPreviousPage: true, startCursor: "y", endCursor: "z" };
  const { kith, received } = await kithAnswered({ supportOffers: { nodes: [], pageInfo } });
  const page = await kith.supportOffers.list({
    kind: "EMOTIONAL",
    communityId: "com_1",
    openOnly: true,
    first: 5,
    after: "x",
  });
  expect(received[0]?.body.variables).toEqual({
    filter: { kind: "EMOTIONAL", communityId: "com_1", openOnly: true },
    first: 5,
    after: "x",
  });
  await page.next();
  await page.previous();
  expect(received.slice(1).map(({ body }) => body.variables)).toEqual([
    { filter: { kind: "EMOTIONAL", communityId: "com_1", openOnly: true }, first: 5, after: "z" },
    { filter: { kind: "EMOTIONAL", communityId: "com_1", openOnly: true }, last: 5, before: "y" },
  ]);
});
