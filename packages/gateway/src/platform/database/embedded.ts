import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { postgresBinaries } from "./embedded-binaries.js";
import { environment, initialise, readPassword, refuseIfRunning, SUPERUSER } from "./embedded-cluster.js";
import { EmbeddedPostgresError } from "./embedded-error.js";
import { type PostgresUser, postgresUser, reach } from "./embedded-user.js";

export interface EmbeddedPostgresOptions {
  /** Where the data is, or will be. One server at a time may use it. */
  readonly directory: string;
  /** 1 to 65535; a free one when not given. */
  readonly port?: number | undefined;
  /** For servers that are thrown away: nothing is flushed to disk, so a power cut loses everything. */
  readonly fast?: boolean | undefined;
  /** How to run it; found out when not given. */
  readonly user?: PostgresUser | undefined;
}

export interface EmbeddedPostgres {
  /** As superuser, on 127.0.0.1, with the password in it. */
  readonly url: string;
  readonly port: number;
  /** The postmaster's own process. */
  readonly pid: number;
  /** Resolves when it no longer runs, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const FAST = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  // A vacuum in the template makes everyone who clones it wait.
  "autovacuum=off",
  "max_connections=300",
];

/**
 * Stands between us and the postmaster: when its input ends, because we close it or because we die, however suddenly,
 * it stops the server. It keeps none of the server's output open, so the end of that is the server's end. INT stops it
 * without waiting for clients; TERM comes first for one that is too young to listen for INT.
 */
const KEEPER = '"$@" 3>&- & echo $! >&3; exec >/dev/null 2>&1 3>&-; read _; kill -TERM $!; kill -INT $!; wait $!';

const START_ATTEMPTS = 30;

/** A PostgreSQL of our own, from npm. It ends with this process, also when this process is killed. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  const data = join(directory, "data");
  await refuseIfRunning(data);
  const binaries = await postgresBinaries();
  const user = options.user ?? (await postgresUser());
  // A mode here would also lock the parents it makes.
  await mkdir(directory, { recursive: true });
  await reach(user, directory, join(binaries.home, "bin", "initdb"));
  await initialise(data, binaries, user, options.fast ?? false);
  const password = await readPassword(data);

  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const settings = [
      `port=${port}`,
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "log_destination=stderr",
      "logging_collector=off",
      ...(options.fast ? FAST : []),
    ];
    const command = [
      join(binaries.home, "bin", "postgres"),
      "-D",
      data,
      ...settings.flatMap((setting) => ["-c", setting]),
    ];
    const outcome = await launch(user, command);
    if ("keeper" in outcome)
      return handle(outcome, port, `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`);
    const problem = problemOf(outcome.log, data, port);
    const again =
      (problem.problem === "PORT_TAKEN" && options.port === undefined) ||
      // The workers of a postmaster that was killed take a moment to notice.
      /shared memory block .* is still in use/.test(outcome.log);
    if (!again || attempt === START_ATTEMPTS) throw problem;
    await wait(100);
  }
}

interface Launched {
  readonly keeper: ChildProcess;
  readonly pid: number;
  readonly ended: Promise<void>;
}

async function launch(user: PostgresUser, postgres: readonly string[]): Promise<Launched | { readonly log: string }> {
  const [command, ...args] = [...user.prefix, "sh", "-c", KEEPER, "sh", ...postgres] as [string, ...string[]];
  // Detached: an interrupt typed at the terminal is ours to handle first.
  const keeper = spawn(command, args, {
    ...user.spawn,
    env: environment,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "pipe", "pipe"],
  });
  const exited = once(keeper, "exit");
  const { stdin, stderr, stdio } = keeper as ChildProcess & {
    stdin: NonNullable<ChildProcess["stdin"]>;
    stderr: NonNullable<ChildProcess["stderr"]>;
  };
  stdin.on("error", () => {});
  const pid = firstLine(stdio[3] as NodeJS.ReadableStream);
  const lines = createInterface({ input: stderr });
  const ended = once(lines, "close").then(async () => {
    stdin.end();
    await exited;
  });

  const log: string[] = [];
  const ready = await new Promise<boolean>((resolve) => {
    lines.on("line", (line) => {
      if (log.push(line) > 50) log.shift();
      if (line.includes("database system is ready to accept connections")) resolve(true);
    });
    lines.once("close", () => resolve(false));
  });
  if (!ready) {
    await ended;
    return { log: log.join("\n") };
  }
  return { keeper, pid: Number(await pid), ended };
}

function handle({ keeper, pid, ended }: Launched, port: number, url: string): EmbeddedPostgres {
  return {
    url,
    port,
    pid,
    ended,
    stop() {
      keeper.stdin?.end();
      return ended;
    },
  };
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  return "";
}

function problemOf(log: string, data: string, port: number): EmbeddedPostgresError {
  if (/lock file "postmaster\.pid" already exists/.test(log)) {
    return new EmbeddedPostgresError("ALREADY_RUNNING", `PostgreSQL already runs in ${data}.`);
  }
  if (/Address already in use/.test(log)) return new EmbeddedPostgresError("PORT_TAKEN", `Port ${port} is taken.`);
  return new EmbeddedPostgresError("FAILED", `PostgreSQL did not start in ${data}:\n${log}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
