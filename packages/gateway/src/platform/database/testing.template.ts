import { randomBytes } from "node:crypto";
import pg from "pg";
import { GATEWAY_ROLE } from "./gateway-role.js";
import { migrate } from "./migrator.js";

/** Makes a migrated database for `testDatabase` to clone and a user with the gateway's rights; returns how to end both. */
export async function makeTemplate(serverUrl: string): Promise<() => Promise<void>> {
  const template = `kith_template_${randomBytes(4).toString("hex")}`;
  const user = await makeMigrated(serverUrl, template);
  process.env.KITH_TEST_TEMPLATE = template;
  process.env.KITH_TEST_USER = user;
  return async () => {
    await onServer(serverUrl, `drop database ${template} with (force)`, `drop role ${user.split(":")[0]}`);
  };
}

/** Makes a migrated database of this name; returns a user with the gateway's rights in it (`name:password`). */
export async function makeMigrated(serverUrl: string, database: string): Promise<string> {
  const user = `kith_test_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(16).toString("hex");
  await onServer(serverUrl, `create database ${database}`);
  await migrate(urlOf(serverUrl, database));
  await onServer(serverUrl, `create role ${user} login password '${password}' in role ${GATEWAY_ROLE}`);
  return `${user}:${password}`;
}

/** The same server, another database and, if given, another user (`name:password`). */
export function urlOf(serverUrl: string, database: string, user?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) [url.username, url.password] = user.split(":") as [string, string];
  return url.href;
}

export async function onServer(serverUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
