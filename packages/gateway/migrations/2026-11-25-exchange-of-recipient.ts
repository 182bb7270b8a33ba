import { type Kysely, sql } from "kysely";

/**
 * Whoever looks for one person's exchange of one offer may be sent by the planner to this index instead of to that of the
 * open ones, at random as tables grow: it too then finds the one, rather than all that the person ever had.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw("drop index exchange_of_recipient").execute(db);
  await sql.raw("create index exchange_of_recipient on exchange (partner_id, recipient_id, offer_id)").execute(db);
}
