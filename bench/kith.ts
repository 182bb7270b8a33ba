import { join } from "node:path";
import { request } from "undici";
import { mintMemberToken } from "../packages/sdk/dist/server/index.js";
import type { Filled } from "./database.ts";
import { requestOf } from "./load.ts";
import { type Asker, operationNamed } from "./operations.ts";
import { type Server, startServer } from "./servers.ts";

const program = join(import.meta.dirname, "../packages/gateway/bin/kith.js");
const portOf = (line: string): number | undefined => Number(/listens on http:\S+:(\d+)/.exec(line)?.[1]) || undefined;

/** The gateway as `kith serve` runs it; with `--profile`, its processor profile is left in `.profile`. */
export function serveKith({ url, encryptionKey }: Filled, pool: string): Promise<Server> {
  const profiled = process.argv.includes("--profile");
  return startServer(
    "kith",
    [program, "serve"],
    {
      DATABASE_URL: url,
      KITH_ENCRYPTION_KEY: encryptionKey,
      KITH_POOL_SIZE: pool,
      HOST: "127.0.0.1",
      PORT: "0",
      NODE_ENV: "production",
      ...(profiled ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${join(import.meta.dirname, ".profile")}` } : {}),
    },
    portOf,
  );
}

/** A token for each asker, as the partner's server would sign it. */
export function signIn({ partners }: Filled, askers: readonly Omit<Asker, "token">[]): Promise<Asker[]> {
  return Promise.all(
    askers.map(async (asker) => {
      const partner = partners.find(({ partnerId }) => partnerId === asker.partnerId);
      if (!partner) throw new Error(`no partner ${asker.partnerId}`);
      const { partnerId, signingKey } = partner;
      const { externalId } = asker;
      return { ...asker, token: await mintMemberToken({ partnerId, signingKey, externalId, expiresIn: 3600 }) };
    }),
  );
}

/** Milliseconds from starting a built gateway on the running database to its first answer. */
export async function timeFirstAnswer(filled: Filled, asker: Asker): Promise<number> {
  const begin = performance.now();
  const kith = await serveKith(filled, "4");
  try {
    const { path, ...options } = requestOf("kith", operationNamed("home"), asker, "first");
    const { statusCode, body } = await request(`${kith.url}${path}`, options);
    await body.text();
    if (statusCode !== 200) throw new Error(`the first answer was ${statusCode}`);
    return performance.now() - begin;
  } finally {
    await kith.stop();
  }
}
