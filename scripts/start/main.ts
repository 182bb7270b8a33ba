import { build } from "./build.ts";
import { expectFree } from "./free-port.ts";
import { takeLock } from "./lock.ts";
import { PLACES } from "./places.ts";
import { Problem } from "./problem.ts";
import { readSettings } from "./settings.ts";

/** Starts everything, waits to be told to stop, stops everything. Gives the exit code. */
export async function main(env: NodeJS.ProcessEnv): Promise<number> {
  const stopping = listenForStop();
  try {
    const settings = readSettings(env);
    const lock = await takeLock(PLACES.lock);
    if ("heldBy" in lock)
      throw new Problem(`Kith already runs here (process ${lock.heldBy.pid}); stop that one first.`);
    try {
      await expectFree(settings.port, settings.host, "the gateway");
      await expectFree(settings.port + 1, settings.host, "the clinic");
      await build(console.log);
      // Only now is there something built to import.
      const { run } = await import("./run.ts");
      const running = await run(settings, console.log);
      console.log(welcome(running));
      const reason = await Promise.race([stopping.told, running.ended]);
      if (reason) console.error(reason);
      else console.log("\nStopping …");
      await running.stop();
      return reason ? 1 : 0;
    } finally {
      await lock.release();
    }
  } catch (error) {
    // Ctrl-C reaches the build as well, which is then no failure.
    if (!stopping.wasTold) console.error(error instanceof Problem ? error.message : error);
    return 1;
  }
}

interface Stopping {
  readonly told: Promise<null>;
  wasTold: boolean;
}

/** One Ctrl-C reaches us twice: from the terminal, and passed on by npm. */
const SAME_KEYSTROKE_MS = 1000;

/** The first signal asks us to stop; at a later one the process ends as it is. */
function listenForStop(): Stopping {
  const { promise, resolve } = Promise.withResolvers<null>();
  const stopping: Stopping = { told: promise, wasTold: false };
  let first = 0;
  const onSignal = () => {
    if (stopping.wasTold && performance.now() - first > SAME_KEYSTROKE_MS) process.exit(130);
    first ||= performance.now();
    stopping.wasTold = true;
    resolve(null);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  // npm that is killed outright passes nothing on: whoever it leaves behind stops as well.
  const parent = process.ppid;
  const watch = () => process.ppid === parent || resolve(null);
  if (process.env["npm_lifecycle_event"] === "start") setInterval(watch, 500).unref();
  return stopping;
}

function welcome({ endpoint, clinic }: { endpoint: string; clinic: string }): string {
  const lines = [
    ["Clinic", clinic, "a partner's pages with the widgets on them"],
    ["API", `${endpoint}/graphql`, ""],
    ["Explorer", `${endpoint}/graphiql`, "with a member's token filled in"],
    ["Widgets", `${endpoint}/kith.js`, ""],
    ["Health", `${endpoint}/healthz`, "also /readyz and /metrics"],
    ["Demo", ".kith/demo.json", "keys, and a token for each member"],
  ];
  const text = lines.map(([name = "", address = "", note]) =>
    `  ${name.padEnd(9)} ${address.padEnd(32)} ${note}`.trimEnd(),
  );
  return `\nKith is running. Ctrl-C stops it.\n\n${text.join("\n")}\n`;
}
