/**
 * PostGraphile 5 with its Amber preset on the same tables and indexes, set up for production in one of two ways:
 * by the database, as its documentation advises (`postgraphile.sql`: views, functions, smart tags; the viewer in
 * `pgSettings`), or, with `PLANS=by-hand`, by plans written for these operations (`postgraphile-plans.ts`). README.md says
 * what was tried. It checks no token; who is asking comes in a trusted header.
 */
import { readFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { plansByHand } from "./postgraphile-plans.ts";

declare global {
  namespace Grafast {
    interface Context {
      partnerId: string | undefined;
      memberId: string | undefined;
      meetsAs: string;
    }
  }
}

const byHand = process.env["PLANS"] === "by-hand";
const connectionString = process.env["DATABASE_URL"] as string;
const asker = (request: Partial<Grafast.RequestContext>) => String(request.node?.req.headers["x-asker"]).split(" ");

if (!byHand) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(await readFile(join(import.meta.dirname, "postgraphile.sql"), "utf8"));
  await client.end();
}

const { createServ } = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: byHand ? [...plansByHand] : [],
  schema: { defaultBehavior: "-insert -update -delete" },
  pgServices: [
    makePgService({
      schemas: [byHand ? "public" : "app"],
      pubsub: false,
      connectionString,
      poolConfig: {
        max: Number(process.env["POOL"] ?? 10),
        idleTimeoutMillis: 0,
        options: `-c timezone=UTC -c jit=off ${process.env["SETTINGS"] ?? "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off"}`,
      },
      ...(byHand
        ? {}
        : {
            pgSettings(request: Partial<Grafast.RequestContext>) {
              const [partner, member] = asker(request);
              return { "app.partner": partner, "app.member": member, "app.meets_as": "ADULT" };
            },
          }),
    }),
  ],
  grafserv: { graphiql: false, watch: false },
  grafast: {
    explain: process.env["EXPLAIN"] === "1",
    context(request) {
      const [partnerId, memberId] = asker(request);
      return { partnerId, memberId, meetsAs: "ADULT" };
    },
  },
});
const served = createServ(grafserv);
const server = http.createServer();
await served.addTo(server);
await served.ready();
server.listen(0, "127.0.0.1", () => {
  process.stderr.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`);
});
process.on("SIGTERM", () => process.exit(0));
