import { createSecretKey, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { createPartner } from "../packages/gateway/dist/features/partners/create-partner.js";
import { openDatabase } from "../packages/gateway/dist/platform/database/database.js";
import { startEmbeddedPostgres } from "../packages/gateway/dist/platform/database/embedded.js";
import { migrate } from "../packages/gateway/dist/platform/database/migrator.js";
import { loadData, type Size } from "./data.ts";

export type Partner = Awaited<ReturnType<typeof createPartner>>;

/** A database with Kith's tables and the bench's people in it. */
export interface Filled {
  readonly url: string;
  /** In base64. */
  readonly encryptionKey: string;
  readonly partners: readonly Partner[];
  /** How long the rows took to load, in ms. */
  readonly loading: number;
}

export interface Postgres {
  /** A database of this name, loaded unless an earlier run left it. */
  filled(name: string, size: Size): Promise<Filled>;
  stop(): Promise<void>;
}

/** A PostgreSQL of the bench's own; `reuse` keeps the databases of an earlier run. */
export async function openPostgres(directory: string, reuse: boolean): Promise<Postgres> {
  if (!reuse) await rm(directory, { recursive: true, force: true });
  const postgres = await startEmbeddedPostgres({ directory });
  return {
    stop: () => postgres.stop(),
    async filled(name, size) {
      const url = Object.assign(new URL(postgres.url), { pathname: name }).href;
      const noted = join(directory, `${name}.json`);
      if (existsSync(noted)) {
        await migrate(url);
        return { ...(JSON.parse(await readFile(noted, "utf8")) as Filled), url };
      }
      await create(postgres.url, name);
      await migrate(url);
      const encryptionKey = randomBytes(32);
      const partners = await makePartners(url, encryptionKey, size.partners);
      const begin = performance.now();
      await loadData(
        url,
        size,
        partners.map(({ partnerId }) => partnerId),
      );
      const loading = Math.round(performance.now() - begin);
      const filled: Filled = { url, encryptionKey: encryptionKey.toString("base64"), partners, loading };
      await writeFile(noted, JSON.stringify(filled));
      return filled;
    },
  };
}

async function create(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}`);
  await client.end();
}

async function makePartners(url: string, encryptionKey: Buffer, count: number): Promise<Partner[]> {
  const database = openDatabase({
    url,
    poolSize: 2,
    statementTimeoutMs: 10_000,
    onError: (error) => {
      throw error;
    },
  });
  const partners: Partner[] = [];
  for (let i = 0; i < count; i++)
    partners.push(
      await createPartner(database, createSecretKey(encryptionKey), {
        name: `Clinic ${i}`,
        origins: [],
        matchingDial: "PEER_TO_PEER",
      }),
    );
  await database.close();
  return partners;
}
