import { createSecretKey, type KeyObject } from "node:crypto";
import * as v from "valibot";

/** What a gateway is told by its environment. Secrets are objects that print nothing of themselves. */
export interface Config {
  readonly environment: "development" | "production";
  readonly databaseUrl: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** 32 bytes, under which signing secrets are kept. */
  readonly encryptionKey: KeyObject;
  /** The folder with `kith.js` and what it loads. */
  readonly assets: string | null;
  /** Where `/` sends a browser. */
  readonly homeUrl: string | null;
  /** A file with demo members' tokens, for the explorer. */
  readonly explorerTokenFile: string | null;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

/** Every fault of the environment at once, by variable; never a value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

const needed = "is needed";
const url = (protocols: readonly string[], what: string) =>
  v.pipe(
    v.string(needed),
    v.check((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), what),
  );
const postgresUrl = url(["postgres:", "postgresql:"], "must be a postgres:// URL");
const secretKey = v.pipe(
  v.string(needed),
  v.check((text) => decoded(text)?.length === 32, "must be 32 bytes in base64 (openssl rand -base64 32)"),
  v.transform((text) => createSecretKey(decoded(text) as Buffer)),
);
const whole = (from: number, to: number, otherwise: number) => {
  const what = `must be a whole number from ${from} to ${to}`;
  return v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,9}$/, what), v.transform(Number), v.minValue(from, what), v.maxValue(to, what)),
    String(otherwise),
  );
};
const text = v.pipe(v.string(), v.nonEmpty("must not be empty"));

const environment = v.object({
  KITH_ENV: v.optional(v.picklist(["development", "production"], "must be development or production"), "production"),
  DATABASE_URL: postgresUrl,
  HOST: v.optional(text),
  PORT: whole(0, 65_535, 4000),
  KITH_ENCRYPTION_KEY: secretKey,
  KITH_ASSETS: v.optional(text),
  KITH_HOME_URL: v.optional(url(["http:", "https:"], "must be an http:// or https:// URL")),
  KITH_EXPLORER_TOKEN_FILE: v.optional(text),
  KITH_POOL_SIZE: whole(1, 1000, 10),
  KITH_STATEMENT_TIMEOUT_MS: whole(100, 600_000, 5000),
  KITH_LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`), "info"),
});

/** Reads the environment; an empty variable counts as not set. Throws `ConfigError`. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = parse(environment, env);
  return {
    environment: given.KITH_ENV,
    databaseUrl: given.DATABASE_URL,
    host: given.HOST ?? (given.KITH_ENV === "development" ? "127.0.0.1" : "0.0.0.0"),
    port: given.PORT,
    encryptionKey: given.KITH_ENCRYPTION_KEY,
    assets: given.KITH_ASSETS ?? null,
    homeUrl: given.KITH_HOME_URL ?? null,
    explorerTokenFile: given.KITH_EXPLORER_TOKEN_FILE ?? null,
    poolSize: given.KITH_POOL_SIZE,
    statementTimeoutMs: given.KITH_STATEMENT_TIMEOUT_MS,
    logLevel: given.KITH_LOG_LEVEL,
  };
}

/** What `kith migrate` needs to know. */
export function readDatabaseUrl(env: NodeJS.ProcessEnv): string {
  return parse(v.pick(environment, ["DATABASE_URL"]), env).DATABASE_URL;
}

/** Production unless it says otherwise. */
export function readEnvironment(env: NodeJS.ProcessEnv): Config["environment"] {
  return parse(v.pick(environment, ["KITH_ENV"]), env).KITH_ENV;
}

/** What `kith partner` and `kith keys` need to know. */
export function readKeyConfig(env: NodeJS.ProcessEnv): Pick<Config, "databaseUrl" | "encryptionKey"> {
  const given = parse(v.pick(environment, ["DATABASE_URL", "KITH_ENCRYPTION_KEY"]), env);
  return { databaseUrl: given.DATABASE_URL, encryptionKey: given.KITH_ENCRYPTION_KEY };
}

function parse<const S extends v.GenericSchema<Record<string, unknown>, unknown>>(schema: S, env: NodeJS.ProcessEnv) {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const result = v.safeParse(schema, set);
  if (result.success) return result.output;
  throw new ConfigError(result.issues.map((issue) => `${v.getDotPath(issue)} ${messageOf(issue)}`));
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  return issue.received === "undefined" ? needed : issue.message;
}

function decoded(text: string): Buffer | null {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : null;
}
