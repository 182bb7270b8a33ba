import type { MemberId } from "@kith/core/values";
import type { ExecutionResult, GraphQLResolveInfo } from "graphql";
import { type Expression, sql } from "kysely";
import { FinishedJson } from "../graphql/finished-json.js";
import type { MemberViewer } from "../identity/viewer.js";
import type { Check } from "./arguments.js";
import { entryJson, entryOf } from "./compile.js";
import { named } from "./json.js";
import { Placeholder, type Run } from "./placeholder.js";
import type { Reading } from "./read.js";
import { askedAt, openScope } from "./reader.js";
import { rowsOf } from "./rows.js";
import { AT, builder } from "./scope.js";
import { type AnySelection, type At, has, type Row } from "./selection.js";

/** One object for one of the viewers; all of one partner. */
export interface Rereading {
  readonly viewer: MemberViewer;
  readonly objectId: string;
  readonly cursor: string;
}

/** What is sent of it, and where it is read. */
export interface Reread {
  readonly payload: AnySelection;
  readonly object: AnySelection;
}

const given = (column: keyof Given) => new Placeholder((run: Run) => (run.given as Given)[column]);
interface Given {
  readonly memberId: readonly string[];
  readonly isAdult: readonly boolean[];
  readonly objectId: readonly string[];
  readonly cursor: readonly string[];
}

const w = (column: string): Expression<any> => sql.ref(`w.${column}`);
/** Whoever looks is one of many, so they are columns where a query has parameters: all else is the same selection. */
const EACH: At = { ...AT.MEMBER, viewer: { kind: "MEMBER", id: w("memberId"), isAdult: w("isAdult") } };

/**
 * What one operation answers about each object to each viewer, in one statement; undefined where the object is hidden
 * from them. Answers that are the same are one answer, so that a thousand who are told the same share its text.
 */
export async function reread(
  reading: Reading,
  info: GraphQLResolveInfo,
  { payload, object }: Reread,
  asked: readonly Rereading[],
): Promise<(ExecutionResult | undefined)[]> {
  const answers: (ExecutionResult | undefined)[] = Array.from({ length: asked.length });
  const statement = rereadStatement(reading, info, { payload, object }, asked[0]!.viewer, asked);
  for (const [places, text] of (await reading.database.fetch(statement)) as [number[], string][]) {
    const answer = { data: { [info.path.key]: new FinishedJson(text) } };
    for (const place of places) answers[place - 1] = answer;
  }
  return answers;
}

/** Throws as a query would if the operation's variables do not do: once they did, they do for every object. */
export function checkReread(reading: Reading, info: GraphQLResolveInfo, what: Reread, viewer: MemberViewer): void {
  rereadStatement(reading, info, what, viewer, []);
}

function rereadStatement(
  reading: Reading,
  info: GraphQLResolveInfo,
  { payload, object }: Reread,
  viewer: MemberViewer,
  asked: readonly Rereading[],
) {
  const run = {
    viewer,
    given: {
      memberId: asked.map((one): MemberId => one.viewer.memberId),
      isAdult: asked.map((one) => one.viewer.isAdult),
      objectId: asked.map((one) => one.objectId),
      cursor: asked.map((one) => one.cursor),
    } satisfies Given,
    variables: info.variableValues,
  };
  return reading.plans.statement(info, payload, "each", run, () => {
    const checks: Check[] = [];
    const scope = openScope(reading, info, EACH, false, checks);
    const spot = askedAt(scope, info);
    const mayHaveMissed = sql.lit(false);
    const row: Row<any> = (column) => (column === "mayHaveMissed" ? mayHaveMissed : w(column));
    const json = entryJson(scope, entryOf(scope, payload), row, spot);
    const seen = has(rowsOf(scope, object, { link: { id: "objectId" } }, row, scope.at).query);
    const each = sql`unnest(${given("memberId")}::text[], ${given("isAdult")}::boolean[],
      ${given("objectId")}::text[], ${given("cursor")}::text[]) with ordinality w(member_id, is_adult, object_id, cursor, n)`;
    const told = sql`(select array_agg(t.n) as n, t.j from
      (select w.n, (${json})::text as j from ${each} where ${seen}) t group by t.j)`;
    const column = sql`(select coalesce(json_agg(json_build_array(g.n, g.j)), '[]') from ${told} g)`;
    const { sql: text, parameters } = builder.selectNoFrom(named(column, "j")).compile();
    return { text, parameters, checks };
  });
}
