import pg from "pg";
import type { GraphqlOptions, TestError, TestGateway } from "../http/testing.js";
import type { TestPartner } from "../http/testing.partner.js";

export interface Mutated {
  /** The payload, or null. */
  readonly payload: any;
  /** `CODE`, `CODE REASON` or `CODE REASON input.field`; null for a success. */
  readonly refused: string | null;
}

/** What goes with a change. */
export interface Recorded {
  readonly events: readonly { readonly type: string; readonly objectId: string }[];
  readonly audits: readonly {
    readonly actorKind: string;
    readonly actor: string;
    readonly onBehalfOf: string | null;
    readonly action: string;
    readonly objectId: string | null;
    readonly requestId: string;
  }[];
}

export interface TestWriting {
  /** Runs one mutation: `mutate(ben, "joinCommunity", { communityId }, "membership { state }")`. */
  mutate(
    as: GraphqlOptions["as"],
    field: string,
    input: object,
    selection: string,
    options?: { readonly key?: string; readonly actFor?: string },
  ): Promise<Mutated>;
  /** All that was recorded at this partner while `work` ran, oldest first. */
  recorded(partner: TestPartner, work: () => Promise<unknown>): Promise<Recorded>;
  /** As superuser. */
  sql<Row = any>(text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** What tests of mutations need beside a gateway. */
export function testWriting(gateway: TestGateway): TestWriting {
  const pool = new pg.Pool({ connectionString: gateway.adminUrl, max: 2 });
  const sql: TestWriting["sql"] = async (text, values = []) => (await pool.query(text, values)).rows;

  async function all(partner: TestPartner): Promise<Recorded> {
    const [events, audits] = await Promise.all([
      sql(`select type, object_id as "objectId" from outbox where partner_id = $1 order by id`, [partner.partnerId]),
      sql(
        `select actor_kind as "actorKind", actor, on_behalf_of as "onBehalfOf", action, object_id as "objectId",
           request_id as "requestId"
         from audit where partner_id = $1 and object_id is not null order by id`,
        [partner.partnerId],
      ),
    ]);
    return { events, audits };
  }

  return {
    sql,
    async mutate(as, field, input, selection, { key, actFor } = {}) {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
      const headers: Record<string, string> = {};
      if (key !== undefined) headers["idempotency-key"] = key;
      if (actFor !== undefined) headers["kith-member"] = actFor;
      const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
      const { data, errors } = await gateway.graphql(query, { input }, { as, headers });
      return { payload: data?.[field] ?? null, refused: errors?.[0] ? refusal(errors[0]) : null };
    },
    async recorded(partner, work) {
      const before = await all(partner);
      await work();
      const after = await all(partner);
      return {
        events: after.events.slice(before.events.length),
        audits: after.audits.slice(before.audits.length),
      };
    },
    close: () => pool.end(),
  };
}

function refusal({ extensions: { code, reason, field } }: TestError): string {
  return [code, reason, field].filter((part) => part !== undefined).join(" ");
}
