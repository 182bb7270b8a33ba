import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildKithSchema } from "../schema.js";
import { ACCESS, CALLERS, type Caller, type Outcome } from "./access-table.js";
import { ATTEMPTS } from "./attempts.js";
import { CHANGES, heardBy } from "./changes.js";
import { type AccessWorld, accessWorld } from "./world.js";

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.gateway.stop());

/** Pages and lists answer without what the caller may not see, rather than with null. */
const LISTS = ["Query.nodes", "Query.communities", "Query.supportOffers"];

async function outcomeOf(entry: string, caller: Caller): Promise<Outcome | string> {
  if (entry.startsWith("Subscription.")) return heardBy(world, entry, caller);
  const { query, variables, thing } = await (ATTEMPTS[entry] as (typeof ATTEMPTS)[string])(world);
  const { data, errors } = await world.ask(caller, query, variables);
  if (errors) return errors[0]?.extensions.code ?? "an error without a code";
  if (data.it === null) return "NULL";
  if (JSON.stringify(data.it).includes(thing)) return "OK";
  return LISTS.includes(entry) ? "EMPTY" : "OWN";
}

test("no operation is without a row that says what each caller gets", () => {
  const { schema } = buildKithSchema();
  const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
  );
  const rows = Object.keys(ACCESS);
  expect(operations.filter((operation) => !rows.some((row) => row.split(":")[0] === operation))).toEqual([]);
  expect(rows.filter((row) => !operations.includes(row.split(":")[0] as string))).toEqual([]);
  expect([...Object.keys(ATTEMPTS), ...Object.keys(CHANGES)]).toEqual(rows);
});

describe.each(Object.entries(ACCESS))("%s", (entry, row) => {
  test("gives each caller what the table says, and no more", async () => {
    const got: Record<string, string> = {};
    for (const caller of CALLERS) got[caller] = await outcomeOf(entry, caller);
    expect(got).toEqual(row);
    // Each caller of a subscription waits for what happens.
  }, 60_000);
});
