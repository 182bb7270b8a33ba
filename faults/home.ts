import { createSecretKey, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { createPartner } from "../packages/gateway/dist/features/partners/create-partner.js";
import { openDatabase } from "../packages/gateway/dist/platform/database/database.js";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../packages/gateway/dist/platform/database/embedded.js";
import { migrate } from "../packages/gateway/dist/platform/database/migrator.js";
import { kithServer, mintMemberToken } from "../packages/sdk/dist/server/index.js";
import { type RunningGateway, startGateway } from "./gateway.ts";
import type { Attempt } from "./people.ts";

const MEMBERS = 40;

/** A PostgreSQL that may be killed, with one partner and its members, for one case. */
export interface Home {
  readonly members: readonly { readonly externalId: string; readonly token: string }[];
  readonly publishableKey: string;
  serve(more?: Readonly<Record<string, string>>): Promise<RunningGateway>;
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** As superuser, on a connection of its own, until it is called off. */
  hold(statement: string): Promise<() => Promise<void>>;
  /** SIGKILL: nothing is written down any more. */
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** How often each write that was acknowledged stands in the database, and each that was not. */
  compare(attempts: readonly Attempt[]): Promise<{ readonly lost: number; readonly duplicated: number }>;
  close(): Promise<void>;
}

export async function openHome(): Promise<Home> {
  const directory = await mkdtemp(join(tmpdir(), "kith-faults-"));
  // As a real server: what is acknowledged is on the disk.
  let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ directory });
  const { url, port } = postgres;
  const encryptionKey = randomBytes(32);
  const gateways = new Set<RunningGateway>();

  const serve: Home["serve"] = async (more = {}) => {
    const gateway = await startGateway({
      DATABASE_URL: url,
      KITH_ENCRYPTION_KEY: encryptionKey.toString("base64"),
      ...more,
    });
    gateways.add(gateway);
    return gateway;
  };
  async function sql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }
  async function close(): Promise<void> {
    await Promise.all([...gateways].map((gateway) => gateway.end("SIGKILL")));
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  }

  try {
    await migrate(url);
    const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 10_000, onError: () => undefined });
    const partner = await createPartner(database, createSecretKey(encryptionKey), {
      name: "Clinic",
      origins: [],
      matchingDial: "PEER_TO_PEER",
    });
    await database.close();
    const first = await serve();
    const server = kithServer({ endpoint: first.url, secretKey: partner.secretKey });
    const members = await Promise.all(
      Array.from({ length: MEMBERS }, async (_, n) => {
        const externalId = `person-${n}`;
        await server.members.upsert({ externalId, displayName: `Person ${n}`, ageBand: "ADULT" });
        const { partnerId, signingKey } = partner;
        return { externalId, token: await mintMemberToken({ partnerId, signingKey, externalId, expiresIn: 3600 }) };
      }),
    );
    await first.end("SIGTERM");

    return {
      members,
      publishableKey: partner.publishableKey,
      serve,
      sql,
      async hold(statement) {
        const client = new pg.Client(url);
        client.on("error", () => undefined);
        await client.connect();
        await client.query(statement);
        return () => client.end();
      },
      async killDatabase() {
        process.kill(postgres.pid, "SIGKILL");
        await postgres.ended;
      },
      async startDatabase() {
        postgres = await startEmbeddedPostgres({ directory, port });
      },
      async compare(attempts) {
        const writes = attempts.filter(({ kind }) => kind === "WRITE");
        const rows = await sql<{ title: string; offers: number; events: number }>(
          `select o.title, count(distinct o.id)::int as offers, count(e.id)::int as events from support_offer o
           left join outbox e on e.object_id = o.id group by o.title`,
        );
        const kept = new Map(rows.map((row) => [row.title, row]));
        const acknowledged = writes.filter(({ outcome }) => outcome === "OK");
        return {
          lost: new Set(acknowledged.filter(({ key }) => !kept.has(key)).map(({ key }) => key)).size,
          // Twice made, or told of twice to whatever acts on events.
          duplicated: rows.filter(({ offers, events }) => offers > 1 || events !== 1).length,
        };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
