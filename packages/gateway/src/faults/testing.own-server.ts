import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../platform/database/embedded.js";
import type { TestDatabase } from "../platform/database/testing.js";
import { makeMigrated, onServer, urlOf } from "../platform/database/testing.template.js";

/** How PostgreSQL ends: `fast` breaks off what runs and writes all down, `immediate` leaves as if it had crashed. */
export type Ending = "fast" | "immediate";

/** A PostgreSQL that a test may stop and start, always at the same address, with a migrated database. */
export interface OwnServer {
  readonly database: TestDatabase;
  stop(how: Ending): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function ownServer(): Promise<OwnServer> {
  const directory = await mkdtemp(join(tmpdir(), "kith-outage-"));
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ directory, fast: true });
  const { url, port } = server;
  const user = await makeMigrated(url, "kith");
  // What was acknowledged must be on its way to the disk, as on any real server: `fast` would leave it in memory.
  await onServer(url, "alter database kith set synchronous_commit = on");

  return {
    database: {
      url: urlOf(url, "kith", user),
      adminUrl: urlOf(url, "kith"),
      drop: async () => undefined,
    },
    async stop(how) {
      if (how === "fast") return server.stop();
      process.kill(server.pid, "SIGQUIT");
      await server.ended;
    },
    async start() {
      server = await startEmbeddedPostgres({ directory, port, fast: true });
    },
    async remove() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
