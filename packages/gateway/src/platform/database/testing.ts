import { randomBytes } from "node:crypto";
import { onServer, urlOf } from "./testing.template.js";

export interface TestDatabase {
  /** With the gateway's own rights, so that a right it lacks shows in a test. */
  readonly url: string;
  /** As superuser: for what a test does that the gateway never may. */
  readonly adminUrl: string;
  /** Ends its connections too. */
  drop(): Promise<void>;
}

/** A migrated, empty database of one's own, for one test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = given("KITH_TEST_DATABASE_URL");
  const name = `kith_test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name} template ${given("KITH_TEST_TEMPLATE")} strategy = wal_log`);
  return {
    url: urlOf(server, name, given("KITH_TEST_USER")),
    adminUrl: urlOf(server, name),
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with vitest from the repository's root.`);
  return value;
}
