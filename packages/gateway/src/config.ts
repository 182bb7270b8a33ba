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
  /** How long it still takes new connections after it was told to stop, for a proxy to notice. */
  readonly shutdownDelayMs: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Null unless OpenTelemetry's variables say where traces go. */
  readonly traces: TraceConfig | null;
}

export interface TraceConfig {
  /** Where traces are sent: OTLP over HTTP, protobuf. */
  readonly url: string;
  readonly serviceName: string;
  /** Of the traces that begin here, the share that is kept: 0 to 1. */
  readonly share: number;
  /** A trace that began at the caller is kept if the caller keeps it. */
  readonly followsCaller: boolean;
}

const SAMPLERS = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;
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
const httpUrl = url(["http:", "https:"], "must be an http:// or https:// URL");
const share = v.pipe(
  v.string(),
  v.regex(/^(0(\.\d+)?|1(\.0+)?)$/, "must be a number from 0 to 1"),
  v.transform(Number),
);

const environment = v.object({
  KITH_ENV: v.optional(v.picklist(["development", "production"], "must be development or production"), "production"),
  DATABASE_URL: postgresUrl,
  HOST: v.optional(text),
  PORT: whole(0, 65_535, 4000),
  KITH_ENCRYPTION_KEY: secretKey,
  KITH_ASSETS: v.optional(text),
  KITH_HOME_URL: v.optional(httpUrl),
  KITH_EXPLORER_TOKEN_FILE: v.optional(text),
  KITH_POOL_SIZE: whole(1, 1000, 10),
  KITH_STATEMENT_TIMEOUT_MS: whole(100, 600_000, 5000),
  KITH_SHUTDOWN_DELAY_MS: whole(0, 60_000, 0),
  KITH_LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`), "info"),
  OTEL_EXPORTER_OTLP_ENDPOINT: v.optional(httpUrl),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: v.optional(httpUrl),
  OTEL_TRACES_EXPORTER: v.optional(v.picklist(["otlp", "none"], "must be otlp or none"), "otlp"),
  OTEL_SDK_DISABLED: v.optional(v.picklist(["true", "false"], "must be true or false"), "false"),
  OTEL_SERVICE_NAME: v.optional(text, "kith"),
  OTEL_TRACES_SAMPLER: v.optional(
    v.picklist(SAMPLERS, `must be one of ${SAMPLERS.join(", ")}`),
    "parentbased_always_on",
  ),
  OTEL_TRACES_SAMPLER_ARG: v.optional(share, "1"),
});

/** Each variable that is read. */
export const VARIABLES: readonly string[] = Object.keys(environment.entries);

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
    shutdownDelayMs: given.KITH_SHUTDOWN_DELAY_MS,
    logLevel: given.KITH_LOG_LEVEL,
    traces: tracesOf(given),
  };
}

function tracesOf(given: v.InferOutput<typeof environment>): TraceConfig | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_TRACES_SAMPLER: sampler } = given;
  if (given.OTEL_SDK_DISABLED === "true" || given.OTEL_TRACES_EXPORTER === "none") return null;
  const to = given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base.replace(/\/$/, "")}/v1/traces`);
  if (to === undefined) return null;
  return {
    url: to,
    serviceName: given.OTEL_SERVICE_NAME,
    share: sampler.endsWith("_off") ? 0 : sampler.endsWith("ratio") ? given.OTEL_TRACES_SAMPLER_ARG : 1,
    followsCaller: sampler.startsWith("parentbased_"),
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
