import type { KeyObject } from "node:crypto";
import { readDatabaseUrl, readKeyConfig } from "../config.js";
import { type Database, openDatabase } from "../platform/database/database.js";

const STATEMENT_MS = 10_000;

/** Does one thing with the database the environment names. */
export async function withDatabase<T>(env: NodeJS.ProcessEnv, work: (database: Database) => Promise<T>): Promise<T> {
  return opened(readDatabaseUrl(env), work);
}

/** The same, with the key under which signing secrets are kept. */
export async function withKeys<T>(
  env: NodeJS.ProcessEnv,
  work: (database: Database, encryptionKey: KeyObject) => Promise<T>,
): Promise<T> {
  const { databaseUrl, encryptionKey } = readKeyConfig(env);
  return opened(databaseUrl, (database) => work(database, encryptionKey));
}

async function opened<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ url, poolSize: 1, statementTimeoutMs: STATEMENT_MS, onError: () => undefined });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
