import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../platform/database/testing.js";
import { onServer, urlOf } from "../platform/database/testing.template.js";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import { seedCrowd } from "../platform/reading/testing/crowd.js";
import { kith } from "./testing.program.js";

// A process is started in each, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

interface Told {
  readonly code: number | null;
  readonly ok: boolean;
  readonly checks: readonly { check: string; status: string; message: string; todo?: string }[];
}

let gateway: TestGateway;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  gateway = await testGateway();
  env = {
    DATABASE_URL: gateway.databaseUrl,
    KITH_ENCRYPTION_KEY: gateway.config.encryptionKey.export().toString("base64"),
    KITH_POOL_SIZE: "2",
  };
});
afterAll(() => gateway.stop());

async function doctor(more: Readonly<Record<string, string>> = {}): Promise<Told> {
  const { code, out } = await kith(["doctor", "--json"], { ...env, ...more }).ended;
  return { code, ...JSON.parse(out) };
}
const statusOf = ({ checks }: Told, name: string) => checks.find(({ check }) => check === name)?.status;

async function asOwner<T>(during: () => Promise<T>, before: string, after: string): Promise<T> {
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  await client.query(before);
  const found = await during();
  await client.query(after);
  await client.end();
  return found;
}

test("a deployment that is well has nothing to do, and each line says OK", async () => {
  const told = await doctor();
  expect(told.checks.filter(({ status }) => status !== "OK")).toEqual([]);
  expect(told).toMatchObject({ code: 0, ok: true });
  const { code, out } = await kith(["doctor"], env).ended;
  expect(code).toBe(0);
  const lines = out.trim().split("\n");
  expect(lines.map((line) => line.split(/ +/)[1])).toEqual(told.checks.map(({ check }) => check));
  const names = ["environment", "database", "version", "transport", "connections", "clock", "migrations", "rights"];
  expect(told.checks.map(({ check }) => check)).toEqual([
    ...names,
    ...["role", "indexes", "encryption-key", "keys", "plans", "assets"],
  ]);
});

test("another deployment's encryption key is found out before anyone cannot sign in", async () => {
  const told = await doctor({ KITH_ENCRYPTION_KEY: randomBytes(32).toString("base64") });
  expect(told).toMatchObject({ code: 1, ok: false });
  expect(told.checks.find(({ check }) => check === "encryption-key")).toMatchObject({
    status: "FAIL",
    message: "0 of 2 signing keys open under KITH_ENCRYPTION_KEY.",
  });
});

test("faults of the environment are told, and what can be checked without it still is", async () => {
  const told = await doctor({ PORT: "http", KITH_POOL_SIZE: "none", KITH_ENCRYPTION_KEY: "" });
  expect(told.code).toBe(1);
  const faults = told.checks.filter(({ check }) => check === "environment").map(({ message }) => message);
  expect(faults).toHaveLength(3);
  expect(statusOf(told, "migrations")).toBe("OK");
  expect(statusOf(told, "encryption-key")).toBeUndefined();
});

test("a database that is away, fresh or refuses is told in a line", async () => {
  const away = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => away.once("listening", resolve));
  const { port } = away.address() as { port: number };
  await new Promise((resolve) => away.close(resolve));
  const gone = await doctor({ DATABASE_URL: `postgres://kith:hunter2@127.0.0.1:${port}/kith` });
  expect(gone.checks.find(({ check }) => check === "database")?.message).toContain("cannot be reached");
  expect(JSON.stringify(gone)).not.toContain("hunter2");

  const server = process.env.KITH_TEST_DATABASE_URL ?? "";
  const name = `kith_doctor_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name}`);
  const fresh = await doctor({ DATABASE_URL: urlOf(server, name) });
  await onServer(server, `drop database ${name} with (force)`);
  expect(fresh.checks.find(({ check }) => check === "migrations")).toMatchObject({
    status: "FAIL",
    todo: "Run kith migrate.",
  });
});

test("a user with too few rights is told which, and one with too many that it has", async () => {
  const few = await asOwner(
    doctor,
    "revoke insert on pulse_check_in from kith_gateway",
    "grant insert on pulse_check_in to kith_gateway",
  );
  expect(few.checks.find(({ check }) => check === "rights")).toMatchObject({
    status: "FAIL",
    message: "The database user lacks rights: insert on pulse_check_in.",
  });
  const many = await doctor({ DATABASE_URL: gateway.adminUrl });
  expect({ code: many.code, role: statusOf(many, "role") }).toEqual({ code: 0, role: "WARN" });
});

test("an index that is gone is missed", async () => {
  const index = "membership_of_community on membership (partner_id, community_id, member_id)";
  const told = await asOwner(doctor, "drop index membership_of_community", `create index ${index}`);
  expect(told.checks.find(({ check }) => check === "indexes")?.message).toContain("membership_of_community");
});

test("plans are looked at once there is enough for them to matter", async () => {
  const own = await testDatabase();
  await seedCrowd(own.adminUrl);
  const client = new pg.Client(own.adminUrl);
  await client.connect();
  const well = await doctor({ DATABASE_URL: own.url });
  expect(well.checks.find(({ check }) => check === "plans")).toMatchObject({ status: "OK" });
  await client.query("drop index support_offer_of_audience");
  const told = await doctor({ DATABASE_URL: own.url });
  await client.end();
  await own.drop();
  expect(told.checks.find(({ check }) => check === "plans")).toMatchObject({
    status: "WARN",
    message: expect.stringContaining("the community page"),
  });
});

test("a partner whose last key ends soon, or has none, is named", async () => {
  const [one, other] = gateway.partners;
  await kith(["keys", "rotate", one.signingKey.kid, "--until", "1h"], env).ended;
  expect(statusOf(await doctor(), "keys")).toBe("OK");
  const ending = await asOwner(
    doctor,
    `update signing_key set retired_at = now() + interval '1 day' where partner_id = '${other.partnerId}'`,
    `update signing_key set retired_at = null where partner_id = '${other.partnerId}'`,
  );
  const found = ending.checks.filter(({ check }) => check === "keys");
  expect(found).toMatchObject([{ status: "WARN", message: expect.stringContaining(`${other.partnerId} (signing)`) }]);
  expect(ending.code).toBe(0);
});

test("a pool larger than the server gives is found out", async () => {
  const told = await doctor({ KITH_POOL_SIZE: "1000" });
  expect({ code: told.code, connections: statusOf(told, "connections") }).toEqual({ code: 1, connections: "FAIL" });
});

test("a folder of widgets without widgets is told", async () => {
  expect(statusOf(await doctor({ KITH_ASSETS: "/nowhere" }), "assets")).toBe("WARN");
});
