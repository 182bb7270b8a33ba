import { startEmbeddedPostgres } from "../../packages/gateway/dist/platform/database/embedded.js";
import { EmbeddedPostgresError } from "../../packages/gateway/dist/platform/database/embedded-error.js";
import { migrate } from "../../packages/gateway/dist/platform/database/migrator.js";
import { isUnavailable } from "../../packages/gateway/dist/platform/database/unavailable.js";
import { Problem } from "./problem.ts";

export interface RunningDatabase {
  url: string;
  /** Resolves when it ended by itself; never for a server of someone else's. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** The embedded server, with its data in `folder`. */
export async function startOwnDatabase(folder: string): Promise<RunningDatabase> {
  try {
    const server = await startEmbeddedPostgres({ directory: folder });
    return { url: server.url, ended: server.ended, stop: () => server.stop() };
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw new Problem(error.message);
    throw error;
  }
}

export function otherDatabase(url: string): RunningDatabase {
  return { url, ended: new Promise(() => {}), stop: async () => {} };
}

/** Brings the database up to date; rejects with a `Problem` when it cannot be reached or does not let us in. */
export async function migrateDatabase(url: string): Promise<void> {
  try {
    await migrate(url);
  } catch (error) {
    const { host } = new URL(url);
    const { code, message } = causeOf(error);
    if (isUnavailable(error)) throw new Problem(`The database at ${host} could not be reached (${code ?? message}).`);
    // 28: it does not know this user or password. 3D: there is no such database. 42501: no right to make tables.
    if (/^(28|3D)...$|^42501$/.test(code ?? "")) throw new Problem(`The database at ${host} refused: ${message}.`);
    throw error;
  }
}

function causeOf(error: unknown): { code: string | undefined; message: string } {
  const innermost = error instanceof AggregateError ? error.errors[0] : error;
  const { code, message } = innermost as NodeJS.ErrnoException;
  return { code, message };
}
