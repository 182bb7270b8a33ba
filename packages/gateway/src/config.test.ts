import { expect, test } from "vitest";
import { ConfigError, readConfig, readDatabaseUrl } from "./config.js";

const KEY = Buffer.alloc(32, 7).toString("base64");
const good = { DATABASE_URL: "postgres://kith:word@db:5432/kith", KITH_ENCRYPTION_KEY: KEY };

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

test("an operator learns of every fault at once, not one per start", () => {
  const faults = faultsOf({ PORT: "70000", KITH_ENV: "staging", KITH_LOG_LEVEL: "loud", KITH_POOL_SIZE: "many" });
  expect(faults).toEqual([
    "KITH_ENV must be development or production",
    "DATABASE_URL is needed",
    "PORT must be a whole number from 0 to 65535",
    "KITH_ENCRYPTION_KEY is needed",
    "KITH_POOL_SIZE must be a whole number from 1 to 1000",
    "KITH_LOG_LEVEL must be one of debug, info, warn, error, silent",
  ]);
});

test("a fault never shows the value, which may be a password", () => {
  const faults = faultsOf({ DATABASE_URL: "mysql://root:hunter2@db/kith", KITH_ENCRYPTION_KEY: "hunter2" });
  expect(faults).toHaveLength(2);
  expect(faults.join()).not.toContain("hunter2");
});

test.each(["", "c2hvcnQ=", KEY.slice(4), `${KEY}AAAA`, "not base64 at all, but long enough to look so"])(
  "an encryption key that is not 32 bytes is refused: %j",
  (key) => {
    expect(faultsOf({ ...good, KITH_ENCRYPTION_KEY: key })).toHaveLength(1);
  },
);

test("a printed config holds no key", () => {
  const config = readConfig(good);
  expect(JSON.stringify(config.encryptionKey)).not.toContain(KEY);
  expect(config.encryptionKey.symmetricKeySize).toBe(32);
});

test("production is what one gets without asking, and listens for the world; development only for this machine", () => {
  expect(readConfig(good)).toMatchObject({ environment: "production", host: "0.0.0.0", port: 4000 });
  expect(readConfig({ ...good, KITH_ENV: "development" }).host).toBe("127.0.0.1");
  expect(readConfig({ ...good, HOST: "::1" }).host).toBe("::1");
});

test("an empty variable counts as not set", () => {
  expect(readConfig({ ...good, PORT: "", KITH_ASSETS: "" })).toMatchObject({ port: 4000, assets: null });
});

test("to migrate, a database is all one needs to name", () => {
  expect(readDatabaseUrl({ DATABASE_URL: good.DATABASE_URL })).toBe(good.DATABASE_URL);
  expect(() => readDatabaseUrl({})).toThrow("DATABASE_URL is needed");
});
