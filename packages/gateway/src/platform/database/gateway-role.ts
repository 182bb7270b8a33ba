import type pg from "pg";

/** A role that cannot log in: whoever the gateway logs in as is made a member of it. */
export const GATEWAY_ROLE = "kith_gateway";

/** A table's name in SQL → all that the running gateway may do with it: `select, insert`. */
export type Rights = Readonly<Record<string, string>>;

/**
 * Gives the gateway's role exactly these rights, creating it if need be. False when there is no such role and this
 * user may not create one. Roles belong to the whole server, so another database's migration may be at it too.
 */
export async function grantRights(client: pg.ClientBase, rights: Rights): Promise<boolean> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${GATEWAY_ROLE}') then
      create role ${GATEWAY_ROLE} nologin;
    end if;
  exception when insufficient_privilege or duplicate_object or unique_violation then null;
  end $$`);
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [GATEWAY_ROLE]);
  if (rowCount === 0) return false;

  await client.query("begin");
  await client.query(`revoke all on all tables in schema public from ${GATEWAY_ROLE}`);
  await client.query(`grant usage on schema public to ${GATEWAY_ROLE}`);
  // To know whether the database is up to date.
  await client.query(`grant select on kysely_migration to ${GATEWAY_ROLE}`);
  for (const [table, allowed] of Object.entries(rights)) {
    await client.query(`grant ${allowed} on ${table} to ${GATEWAY_ROLE}`);
  }
  await client.query("commit");
  return true;
}
