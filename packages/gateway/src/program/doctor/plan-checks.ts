import { execute, parse } from "graphql";
import type pg from "pg";
import type { Database } from "../../platform/database/database.js";
import type { Context } from "../../platform/graphql/context.js";
import { answersAtRoot } from "../../platform/graphql/deliver.js";
import { type PlanNode, planFaults } from "../../platform/reading/plan-faults.js";
import { openReading } from "../../platform/reading/read.js";
import { buildKithSchema } from "../../schema.js";
import { type Finding, ok, warn } from "./finding.js";

const CARD = "id title kinds state viewerCan author { id displayName } viewerExchange { id state }";
/** What people ask most. */
const OPERATIONS = {
  "the community page": `{ node(id: "com_${"0".repeat(26)}") { ... on Community { name supportOffers(first: 20) { nodes { ${CARD} } pageInfo { hasNextPage endCursor } } } } }`,
  home: `{ viewer { member { displayName } memberships(first: 10) { nodes { community { name } } }
    exchanges(first: 5) { nodes { id state } } pulseCheckIns(first: 7) { nodes { mood } } } }`,
  offers: `{ supportOffers(first: 20) { nodes { ${CARD} } pageInfo { hasNextPage endCursor } } }`,
} as const;

/** With fewer offers, reading them all is as good a plan as any. */
const ENOUGH = 2000;

/** How PostgreSQL would run what is asked most, with this database's own statistics. Nobody's rows are read. */
export async function checkPlans(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query(`select current_setting('plan_cache_mode') as mode,
    (select reltuples from pg_class where oid = 'public.support_offer'::regclass) as offers`);
  if (rows[0].mode !== "force_generic_plan") {
    const todo = "Connect without a pooler, or with one that passes startup options on.";
    return warn("plans", "The session's settings do not reach the database.", todo);
  }
  if (rows[0].offers < ENOUGH) return ok("plans", "There is too little yet for plans to matter.");
  const faults: string[] = [];
  const statements = await statementsOf();
  for (const { name, text } of statements) {
    await client.query(`prepare asked as ${text}`);
    const values = "null".concat(", null".repeat(parametersIn(text) - 1));
    const explained = await client.query(`explain (format json) execute asked(${values})`);
    await client.query("deallocate asked");
    for (const fault of planFaults(explained.rows[0]["QUERY PLAN"][0].Plan as PlanNode))
      faults.push(`${name} ${fault}`);
  }
  if (faults.length === 0)
    return ok("plans", `Indexes serve all of ${statements.length} statements that are asked most.`);
  return warn("plans", `${[...new Set(faults)].join("; ")}.`, "Run analyze; if it stays, see the line on indexes.");
}

const parametersIn = (text: string): number => Math.max(1, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));

/** What the gateway would send, caught before it is. */
async function statementsOf(): Promise<{ readonly name: string; readonly text: string }[]> {
  const statements: { name: string; text: string }[] = [];
  const { schema, catalog } = buildKithSchema();
  const leaves = answersAtRoot(schema);
  const partnerId = `prt_${"0".repeat(26)}`;
  const viewer = { kind: "MEMBER", partnerId, memberId: `mbr_${"0".repeat(26)}`, isAdult: true, timeZone: "UTC" };
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const fetch: Database["fetch"] = async ({ text }) => void statements.push({ name, text });
    const database = { fetch } as Database;
    const reading = openReading({ schema, catalog, database });
    const contextValue = { viewer, reading, database, now: () => new Date() } as unknown as Context;
    await execute({ schema: leaves, document: parse(operation), contextValue });
  }
  return statements;
}
