import { execute, parse } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../database/database.js";
import { type TestDatabase, testDatabase } from "../database/testing.js";
import { answersAtRoot, readPlainly } from "../graphql/deliver.js";
import { catalogOf } from "./catalog.js";
import { openReading } from "./read.js";
import { resolvers, selections } from "./testing/sample.js";
import { randomWorld, SMALL, seed } from "./testing/world.js";

const world = randomWorld(5, SMALL);
const viewer = { kind: "SERVER", partnerId: world.partnerId };
const schema = readPlainly(buildSchemaSync({ resolvers, validate: false }));
const rows = world.rows.supportOffer as readonly any[];
const active = new Set(world.rows.member.filter((row) => row.state === "ACTIVE").map((row) => row.id as string));
let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await testDatabase();
  await seed(own.adminUrl, [world]);
  const onError = (error: Error) => {
    throw error;
  };
  database = openDatabase({ url: own.url, poolSize: 1, statementTimeoutMs: 10_000, onError });
});
afterAll(async () => {
  await database?.close();
  await own?.drop();
});

/** Both as finished answers and walked by an executor. */
async function ask(source: string, variables: Record<string, unknown> = {}) {
  const reading = openReading({ schema, catalog: catalogOf(selections), database });
  const answers = [];
  for (const executed of [answersAtRoot(schema), schema]) {
    const { data, errors } = await execute({
      schema: executed,
      document: parse(source),
      variableValues: variables,
      contextValue: { viewer, reading },
    });
    expect(errors).toBeUndefined();
    answers.push(JSON.parse(JSON.stringify(data)));
  }
  expect(answers[1]).toEqual(answers[0]);
  return answers[0];
}

test("an object made of the row's own columns", async () => {
  const [row] = rows;
  const { help } = await ask("query($id: ID!) { help(id: $id) { e: effort { n: left capacity about __typename } } }", {
    id: row.id,
  });
  expect(help).toEqual({
    e: { n: row.capacity - row.acceptedCount, capacity: row.capacity, about: row.topics, __typename: "Effort" },
  });
});

test("a field of an interface or a union is whatever the id names, and null where that is hidden", async () => {
  const asked =
    "query($id: ID!) { help(id: $id) { audience { __typename id ... on Circle { called: name } } author { ... on Person { id } __typename } reachable { id } } }";
  let hidden = 0;
  for (const row of rows) {
    const seen = active.has(row.authorId);
    if (!seen) hidden++;
    const { help } = await ask(asked, { id: row.id });
    expect(help.audience).toEqual(
      row.communityId
        ? { __typename: "Circle", id: row.communityId, called: expect.stringContaining("Community") }
        : null,
    );
    expect(help.author).toEqual(seen ? { id: row.authorId, __typename: "Person" } : null);
    expect(help.reachable).toEqual(seen ? { id: row.authorId } : null);
  }
  expect(hidden).toBeGreaterThan(0);
});

test("a short list is newest first, to any depth", async () => {
  const row = rows.find((one) => rows.some((other) => other !== one && other.authorId === one.authorId));
  const { help } = await ask("query($id: ID!) { help(id: $id) { others { id others { id } } } }", { id: row.id });
  const others = (of: any) =>
    rows
      .filter((one) => one.authorId === of.authorId && one.id !== of.id)
      .map((one) => one.id)
      .sort()
      .reverse();
  expect(help.others).toEqual(
    others(row).map((id) => ({ id, others: others({ ...row, id }).map((other) => ({ id: other })) })),
  );
});

test("a payload reads back what its mutation hands over, null included", async () => {
  const change = "mutation($id: ID) { changeHelp(id: $id) { note counts changed it: help { title } } }";
  expect(await ask(change, { id: rows[0].id })).toEqual({
    changeHelp: { note: null, counts: [1, 2], changed: true, it: { title: rows[0].title } },
  });
  expect(await ask(change)).toEqual({ changeHelp: { note: '"none"', counts: [1, 2], changed: false, it: null } });
});

test("what a rule worked out is answered by response keys, with nothing that was not asked for", async () => {
  const { report } = await ask(
    "{ report { l: lines { t: text at } lines { __typename } best { text } whose { __typename ... on Circle { name } ... on Person { id } } } }",
  );
  expect(report).toEqual({
    l: [
      { t: "one", at: "1970-01-01T00:00:00.000Z" },
      { t: "two", at: null },
    ],
    lines: [{ __typename: "Line" }, { __typename: "Line" }],
    best: null,
    whose: { __typename: "Circle", name: "Here" },
  });
});

test("an id finds the one type whose prefix it has", async () => {
  const asked = "query($id: ID!) { named(id: $id) { __typename id ... on Help { title } } }";
  expect((await ask(asked, { id: rows[0].id })).named).toEqual({
    __typename: "Help",
    id: rows[0].id,
    title: rows[0].title,
  });
});
