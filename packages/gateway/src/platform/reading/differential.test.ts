import { isDeepStrictEqual } from "node:util";
import { type ExecutionResult, execute, type GraphQLSchema, printSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildKithSchema } from "../../schema.js";
import { openDatabase } from "../database/database.js";
import { type TestDatabase, testDatabase } from "../database/testing.js";
import type { Context } from "../graphql/context.js";
import { answersAtRoot } from "../graphql/deliver.js";
import type { Viewer } from "../identity/viewer.js";
import { openReading } from "./read.js";
import { type Counted, counted } from "./testing/counted-database.js";
import { readAll } from "./testing/naive-data.js";
import { encodeKey } from "./testing/naive-page.js";
import { type NaiveContext, naiveSchema } from "./testing/naive-schema.js";
import { type Known, type Operation, randomOperation, randomVariables } from "./testing/operations.js";
import { Random } from "./testing/random.js";
import { viewersOf } from "./testing/viewers.js";
import { MIDDLING, randomWorld, seed } from "./testing/world.js";

/** Many seeds: a fault once showed only at the 21st of 30. More by KITH_DIFFERENTIAL_SEEDS, how many after these. */
const SEEDS = Array.from({ length: 20 + Number(process.env.KITH_DIFFERENTIAL_SEEDS ?? 0) }, (_, i) => i + 1);
const OPERATIONS = 50;
const RUNS = 2;

let own: TestDatabase;
let database: Counted;
let api: GraphQLSchema;
let leaves: GraphQLSchema;
let naive: GraphQLSchema;
let contextOf: (viewer: Viewer) => Context;
const partners: { viewers: Viewer[]; known: Known }[] = [];

beforeAll(async () => {
  own = await testDatabase();
  const worlds = [randomWorld(1, MIDDLING), randomWorld(2, MIDDLING)];
  await seed(own.adminUrl, worlds);
  const data = await readAll(own.adminUrl);
  const built = buildKithSchema();
  api = built.schema;
  leaves = answersAtRoot(api);
  naive = naiveSchema(printSchema(api), data);
  database = counted(openDatabase({ url: own.url, poolSize: 2, statementTimeoutMs: 20_000, onError: fail }));
  const reading = openReading({ catalog: built.catalog, schema: api, database });
  contextOf = (viewer) =>
    ({
      viewer,
      reading,
      database,
      live: { open: fail, changed: () => undefined },
      standing: null,
      requestId: "req",
      idempotencyKey: null,
      forget: () => undefined,
      now: () => new Date(),
      log: { info() {}, warn() {}, error: fail },
    }) satisfies Context;

  for (const { partnerId } of worlds) {
    const theirs = (table: keyof typeof data) => data[table].filter((row) => row.partnerId === partnerId);
    const foreign = data.supportOffer.find((row) => row.partnerId !== partnerId)!.id;
    const ids = [
      ...theirs("member"),
      ...theirs("community"),
      ...theirs("supportOffer").slice(0, 12),
      ...theirs("exchange").slice(0, 12),
      ...theirs("pulseCheckIn").slice(0, 6),
    ].map((row) => row.id);
    partners.push({
      viewers: viewersOf(partnerId, data.member),
      known: {
        ids: [...ids, foreign, "sof_00000000000000000000000000", partnerId, "sof_OOOO", ""],
        communityIds: theirs("community").map((row) => row.id),
        cursors: {
          id: [...theirs("community"), ...theirs("supportOffer"), ...theirs("exchange")]
            .map((row) => encodeKey([row.id]))
            .concat(encodeKey([foreign])),
          instant: theirs("pulseCheckIn").map((row) => encodeKey([row.feltAt, row.id])),
        },
      },
    });
  }
});
afterAll(async () => {
  await database?.close();
  await own?.drop();
});

test.each(SEEDS)(
  "what is answered is what resolvers by hand answer, with one statement a root field (seed %i)",
  async (number) => {
    const random = new Random(number);
    for (let made = 0; made < OPERATIONS; ) {
      const { viewers, known } = random.pick(partners);
      const operation = randomOperation(api, random, known);
      if (!operation) continue;
      made++;
      for (let run = 0; run < RUNS; run++) {
        await expectSame(
          operation,
          random.pick(viewers),
          randomVariables(random, known),
          random.once(6) ? api : leaves,
        );
      }
    }
  },
);

async function expectSame(
  { document, source }: Operation,
  viewer: Viewer,
  variables: Record<string, unknown>,
  schema: GraphQLSchema,
) {
  let expectedStatements = 0;
  const byHand: NaiveContext = { viewer, now: new Date(), read: () => expectedStatements++ };
  const expected = await execute({ schema: naive, document, variableValues: variables, contextValue: byHand });
  database.reset();
  const actual = await execute({ schema, document, variableValues: variables, contextValue: contextOf(viewer) });
  if (actual.data === null) await database.quiet();
  const got = { data: JSON.stringify(actual.data), failures: failures(actual), statements: database.texts.length };
  const wanted = { data: JSON.stringify(expected.data), failures: failures(expected), statements: expectedStatements };
  // Once a root field that cannot be null has failed, the answer no longer waits for the others.
  if (actual.data === null) got.statements = wanted.statements;
  if (isDeepStrictEqual(got, wanted)) return;
  expect.soft(got).toEqual(wanted);
  const stacks = actual.errors?.map((error) => error.stack) ?? [];
  expect.fail([source, JSON.stringify(variables), JSON.stringify(viewer), ...database.texts, ...stacks].join("\n"));
}

/** Which root fields failed, and how. Once one that cannot be null has, the executor may stop telling of the others. */
function failures({ data, errors = [] }: ExecutionResult): unknown {
  const told = errors
    .map(({ path, extensions, message }) => `${path?.[0]} ${(extensions.code as string | undefined) ?? message}`)
    .sort();
  return data === null ? told.length > 0 : told;
}

function fail(error: unknown): never {
  throw error;
}
