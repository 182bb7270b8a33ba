import pg from "pg";

/** A role that cannot log in: whoever the gateway logs in as is made a member of it. */
export const GATEWAY_ROLE = "kith_gateway";

/** A table's name in SQL → all that the running gateway may do with it: `select, insert`. */
export type Rights = Readonly<Record<string, string>>;

/**
 * Gives the gateway's role exactly these rights, creating it if need be. False when there is no such role and this
 * user may not create one. Roles belong to the whole server, so another database's migration may be at it too.
 */
export async function grantRights(client: pg.ClientBase, role: string, rights: Rights): Promise<boolean> {
  const name = pg.escapeIdentifier(role);
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = ${pg.escapeLiteral(role)}) then
      create role ${name} nologin;
    end if;
  exception when insufficient_privilege or duplicate_object or unique_violation then null;
  end $$`);
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  if (rowCount === 0) return false;

  await client.query("begin");
  await client.query(`revoke all on all tables in schema public from ${name}`);
  await client.query(`grant usage on schema public to ${name}`);
  // To know whether the database is up to date.
  await client.query(`grant select on kysely_migration to ${name}`);
  for (const [table, allowed] of Object.entries(rights)) {
    await client.query(`grant ${allowed} on ${table} to ${name}`);
  }
  await client.query("commit");
  return true;
}
