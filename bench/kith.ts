import { createSecretKey, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { request } from "undici";
import { createPartner } from "../packages/gateway/dist/features/partners/create-partner.js";
import { openDatabase } from "../packages/gateway/dist/platform/database/database.js";
import { startEmbeddedPostgres } from "../packages/gateway/dist/platform/database/embedded.js";
import { migrate } from "../packages/gateway/dist/platform/database/migrator.js";
import { mintMemberToken } from "../packages/sdk/dist/server/index.js";
import { requestOf } from "./load.ts";
import { type Asker, OPERATIONS } from "./operations.ts";
import { type Server, startServer } from "./servers.ts";

type Partner = Awaited<ReturnType<typeof createPartner>>;
const program = join(import.meta.dirname, "../packages/gateway/bin/kith.js");

/** What a later run needs to use the data of an earlier one. */
interface Kept {
  readonly encryptionKey: string;
  readonly partners: readonly Partner[];
}

/** A PostgreSQL of its own with Kith's tables, and the gateway as `kith serve` runs it. */
export async function openKith(directory: string, reuse: boolean) {
  const keptFile = join(directory, "bench.json");
  const kept = reuse && existsSync(keptFile) ? (JSON.parse(await readFile(keptFile, "utf8")) as Kept) : undefined;
  if (!kept) await rm(directory, { recursive: true, force: true });
  const postgres = await startEmbeddedPostgres({ directory });
  await migrate(postgres.url);
  const encryptionKey = kept ? Buffer.from(kept.encryptionKey, "base64") : randomBytes(32);
  let serving: Server | undefined;
  let firstAsker: Asker | undefined;

  const serve = (pool: string) =>
    startServer(
      "kith",
      [program, "serve"],
      {
        DATABASE_URL: postgres.url,
        KITH_ENCRYPTION_KEY: encryptionKey.toString("base64"),
        KITH_POOL_SIZE: pool,
        HOST: "127.0.0.1",
        PORT: "0",
        NODE_ENV: "production",
        ...(process.argv.includes("--profile") ? { NODE_OPTIONS: "--cpu-prof --cpu-prof-dir=.profile" } : {}),
      },
      portOf,
    );

  return {
    url: postgres.url,
    /** The partners of the run whose data is used again. */
    kept: kept?.partners,
    keep: (partners: readonly Partner[]) =>
      writeFile(keptFile, JSON.stringify({ encryptionKey: encryptionKey.toString("base64"), partners } satisfies Kept)),
    async makePartners(count: number): Promise<Partner[]> {
      const database = openDatabase({
        url: postgres.url,
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
    },
    /** A token for each asker, as the partner's server would sign it. */
    async signIn(askers: readonly Omit<Asker, "token">[], partners: readonly Partner[]): Promise<Asker[]> {
      const signed = await Promise.all(
        askers.map(async (asker) => {
          const partner = partners.find(({ partnerId }) => partnerId === asker.partnerId) as Partner;
          const externalId = `person-${Number.parseInt(asker.memberId.slice(6, 18), 16)}`;
          return {
            ...asker,
            token: await mintMemberToken({
              partnerId: partner.partnerId,
              signingKey: partner.signingKey,
              externalId,
              expiresIn: 3600,
            }),
          };
        }),
      );
      firstAsker = signed[0];
      return signed;
    },
    async serve(pool: string): Promise<Server> {
      serving = await serve(pool);
      return serving;
    },
    memory: () => (serving as Server).memory(),
    /** Milliseconds from starting a built gateway on the running database to its first answer. */
    async timeFirstAnswer(): Promise<number> {
      const home = OPERATIONS.find(({ name }) => name === "home") as (typeof OPERATIONS)[number];
      const begin = performance.now();
      const another = await serve("4");
      const { path, ...options } = requestOf(home, firstAsker as Asker, "first");
      const { statusCode, body } = await request(`${another.url}${path}`, options);
      await body.text();
      const took = performance.now() - begin;
      await another.stop();
      if (statusCode !== 200) throw new Error(`the first answer was ${statusCode}`);
      return took;
    },
    close: () => postgres.stop(),
  };
}

const portOf = (line: string): number | undefined => Number(/listens on http:\S+:(\d+)/.exec(line)?.[1]) || undefined;
