import { readConfig } from "../config.js";
import { pendingMigrations } from "../platform/database/migrator.js";
import { describeError } from "../platform/graphql/describe-error.js";
import { CommandError, EXIT } from "./exit.js";

/** Serves until SIGTERM or SIGINT, then answers what is under way and ends. */
export async function serve(env: NodeJS.ProcessEnv, json: boolean): Promise<void> {
  const config = readConfig(env);
  const loading = import("../main.js");
  const pending = await pendingMigrations(config.databaseUrl);
  if (pending.length > 0) {
    throw new CommandError(`The database is not up to date (${pending.join(", ")} to run): run kith migrate first.`);
  }
  process.on("uncaughtException", giveUp);
  const { startGateway } = await loading;
  const gateway = await startGateway(config);
  // Before anyone knows that there is something to end.
  const ending = told(["SIGTERM", "SIGINT"]);
  // Standard output is the log's.
  process.stderr.write(json ? `${JSON.stringify({ url: gateway.url })}\n` : `Kith listens on ${gateway.url}\n`);
  await ending;
  await gateway.stop();
}

/** Node would print the error's message, which may quote what a person wrote. */
function giveUp(error: unknown): never {
  process.stderr.write(`kith: an error nobody caught: ${JSON.stringify(describeError(error))}\n`);
  process.exit(EXIT.FAILED);
}

/** A second signal ends the process at once, as if nothing listened for it. */
function told(signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}
