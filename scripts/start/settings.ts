import { Problem } from "./problem.ts";

export interface Settings {
  /** Of the gateway; the clinic has the next one. */
  port: number;
  host: string;
  /** A server of one's own instead of the embedded one. */
  databaseUrl: string | null;
  /** Base64; kept in a file when not given. */
  encryptionKey: string | null;
  logLevel: string;
}

/** What the environment says; an empty variable counts as not set. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const text = env["PORT"] || "4000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Problem(`PORT is "${text}"; it must be a whole number from 1 to 65534.`);
  }
  const databaseUrl = env["DATABASE_URL"] || null;
  if (databaseUrl !== null && !/^postgres(ql)?:$/.test(URL.parse(databaseUrl)?.protocol ?? "")) {
    throw new Problem("DATABASE_URL must be a postgres:// URL.");
  }
  return {
    port,
    host: env["HOST"] || "127.0.0.1",
    databaseUrl,
    encryptionKey: env["KITH_ENCRYPTION_KEY"] || null,
    logLevel: env["KITH_LOG_LEVEL"] || "warn",
  };
}
