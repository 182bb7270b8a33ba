import type pg from "pg";
import { type Finding, fail, ok, warn } from "./finding.js";

const LEAST = 150_000;
/** Beside the pool: those that listen for changes of identity and for events, and a readiness check's. */
const BESIDE_POOL = 4;
const CLOCK_FINE_MS = 2000;
/** By how much a token's times may be off. */
const CLOCK_TOLERANCE_MS = 30_000;

/** What holds of the server itself, before anything of Kith is looked at. */
export async function* checkServer(client: pg.Client, poolSize: number): AsyncGenerator<Finding> {
  const { rows } = await client.query(`select current_setting('server_version') as version,
    current_setting('server_version_num')::int as number,
    coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
    inet_server_addr() is null or inet_server_addr() <<= '127.0.0.0/8' or inet_server_addr() = '::1' as here,
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as room,
    (select count(*)::int from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
      and application_name not like 'kith%') as others`);
  const { version, number, encrypted, here, room, others } = rows[0];
  yield number >= LEAST
    ? ok("version", `PostgreSQL ${version}`)
    : fail("version", `PostgreSQL ${version} is too old.`, "Kith needs 15 or newer.");
  yield encrypted || here
    ? ok("transport", encrypted ? "The connection is encrypted." : "The server is on this machine.")
    : warn(
        "transport",
        "The connection to the database is not encrypted.",
        "Add ?sslmode=verify-full to DATABASE_URL.",
      );
  yield* connections(room, others, poolSize);
  yield await clock(client);
}

function* connections(room: number, others: number, poolSize: number): Generator<Finding> {
  const needed = poolSize + BESIDE_POOL;
  const counts = `one gateway takes up to ${needed}, the server gives ${room}, others hold ${others}`;
  if (needed > room) {
    yield fail("connections", `Too few connections: ${counts}.`, "Raise max_connections or lower KITH_POOL_SIZE.");
  } else if (needed * 2 > room - others) {
    yield warn(
      "connections",
      `Room for one gateway only: ${counts}.`,
      "Raise max_connections before you start another.",
    );
  } else {
    yield ok("connections", `Room for ${Math.floor((room - others) / needed)} gateways: ${counts}.`);
  }
}

async function clock(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const { rows } = await client.query("select (extract(epoch from clock_timestamp()) * 1000)::float8 as theirs");
  const off = Math.round(rows[0].theirs - (before + Date.now()) / 2);
  const message = `This machine's clock and the database's are ${Math.abs(off)} ms apart.`;
  if (Math.abs(off) <= CLOCK_FINE_MS) return ok("clock", message);
  const todo = "Have both follow NTP: tokens are judged by the gateway's clock, keys by the database's.";
  return Math.abs(off) < CLOCK_TOLERANCE_MS ? warn("clock", message, todo) : fail("clock", message, todo);
}
