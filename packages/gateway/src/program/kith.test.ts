import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { onServer, urlOf } from "../platform/database/testing.template.js";
import { kith } from "./testing.program.js";

// A process is started in each, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const name = `kith_program_${randomBytes(6).toString("hex")}`;
const server = process.env.KITH_TEST_DATABASE_URL ?? "";
const KITH_ENCRYPTION_KEY = randomBytes(32).toString("base64");
const env = { DATABASE_URL: urlOf(server, name), KITH_ENCRYPTION_KEY, PORT: "0", HOST: "127.0.0.1" };

beforeAll(() => onServer(server, `create database ${name}`));
afterAll(() => onServer(server, `drop database ${name} with (force)`));

const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  kith(args, { ...env, ...more }).ended;

test("on a database that is not up to date it does not serve, and says what to do", async () => {
  const { code, err } = await run(["serve"]);
  expect(code).toBe(1);
  expect(err).toMatch(/^kith: The database is not up to date \(.+ to run\): run kith migrate first\.\n$/);
  expect((await run(["partner", "create", "Clinic"])).err).toBe(
    "kith: The database has no tables of Kith yet: run kith migrate.\n",
  );
});

test("migrating twice at once does it once", async () => {
  const [one, other] = await Promise.all([run(["migrate"]), run(["migrate"])]);
  expect([one.code, other.code]).toEqual([0, 0]);
  expect([one.out, other.out].sort().at(-1)).toBe("The database is up to date.\n");
  expect(JSON.parse((await run(["migrate", "--json"])).out)).toEqual({ applied: [], gatewayRole: "GRANTED" });
});

test("a new partner's keys work at once, and none of them is in the database as it is", async () => {
  const created = await run([
    "partner",
    "create",
    "My clinic",
    "--origin",
    "https://clinic.example",
    "https://www.clinic.example",
    "--json",
  ]);
  expect(created.code).toBe(0);
  const { partnerId, publishableKey, secretKey, signingKey } = JSON.parse(created.out);

  const gateway = kith(["serve"], env);
  const url = await gateway.url();
  for (const key of [publishableKey, secretKey]) {
    const response = await fetch(new URL("/graphql", url), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: "{ partner { id name matchingDial } }" }),
    });
    expect(await response.json()).toEqual({
      data: { partner: { id: partnerId, name: "My clinic", matchingDial: "PEER_TO_PEER" } },
    });
  }
  gateway.kill("SIGTERM");
  const { code, out } = await gateway.ended;
  expect(code).toBe(0);

  const pg = await import("pg");
  const client = new pg.default.Client(env.DATABASE_URL);
  await client.connect();
  const { rows } = await client.query(
    "select k::text as row from api_key k union all select s::text from signing_key s union all select o::text from partner_origin o",
  );
  await client.end();
  expect(rows).toHaveLength(5);
  for (const secret of [publishableKey.slice(-48), secretKey.slice(-48), signingKey.secret]) {
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString("hex"));
    expect(out).not.toContain(secret);
  }
});

test("keys meant for people say which is which", async () => {
  const { code, out } = await run(["partner", "create", "Another", "--matching-dial", "SUGGEST_ONLY"]);
  expect(code).toBe(0);
  expect(out).toMatch(/publishable key .+ pk_.+\n.*secret key .+ sk_.+\n.*kid .+ kid_/);
});

test.each<[what: string, args: string[], says: RegExp]>([
  [
    "an origin with a path",
    ["partner", "create", "Clinic", "--origin", "https://clinic.example/"],
    /^kith: An origin is written as browsers send it/,
  ],
  [
    "an origin without encryption",
    ["partner", "create", "Clinic", "--origin", "http://clinic.example"],
    /^kith: An origin/,
  ],
  ["no name", ["partner", "create", " "], /^kith: The name must be/],
  ["a dial there is not", ["partner", "create", "Clinic", "--matching-dial", "ANY"], /^kith: The dial is one of/],
  ["no argument where one is needed", ["partner", "create"], /missing required argument/],
  ["a command there is not", ["start"], /unknown command/],
])("%s is a fault of the command line: one line and code 2", async (_what, args, says) => {
  const { code, err, out } = await run(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(says);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("every command says how it is used, by example, and that it can answer in JSON", async () => {
  const commandsOf = async (path: string[]): Promise<string[][]> => {
    const { code, out } = await run([...path, "--help"]);
    expect(code).toBe(0);
    const [, list] = /\nCommands:\n([^]*?)(\n\n|$)/.exec(out) ?? [];
    if (list === undefined) {
      expect(out).toMatch(/\nExample:\n {2}.*kith /);
      expect(out).toContain("--json");
      return [path];
    }
    const names = list.split("\n").flatMap((line) => /^ {2}(\w+)/.exec(line)?.[1] ?? []);
    const below = await Promise.all(names.filter((name) => name !== "help").map((name) => commandsOf([...path, name])));
    return below.flat();
  };
  const commands = (await commandsOf([])).map((path) => path.join(" "));
  const reference = await readFile(new URL("../../../../docs/operating/program.md", import.meta.url), "utf8");
  expect([...reference.matchAll(/^### `kith ([a-z ]+)/gm)].map(([, path]) => path?.trim()).sort()).toEqual(
    commands.sort(),
  );
});

test("it says its version, and needs no environment for that", async () => {
  const { code, out } = await kith(["--version"], {}).ended;
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});

test("who never heard of DATABASE_URL is told what to start", async () => {
  const { code, err } = await kith(["partner", "create", "My clinic"], {}).ended;
  expect(code).toBe(2);
  expect(err).toContain("run npm start in this folder first");
});

test("a wrong environment is told whole, by name and without a value", async () => {
  const { code, err } = await kith(["serve"], { DATABASE_URL: "mysql://root:hunter2@db/kith", PORT: "http" }).ended;
  expect(code).toBe(2);
  expect(err.trim().split("\n")).toEqual([
    "kith: DATABASE_URL must be a postgres:// URL",
    "kith: PORT must be a whole number from 0 to 65535",
    "kith: KITH_ENCRYPTION_KEY is needed",
  ]);
});

test.each<[what: string, url: () => string, says: string]>([
  [
    "cannot be reached",
    () => "postgres://kith:hunter2@127.0.0.1:1/kith",
    "kith: The database cannot be reached (ECONNREFUSED).\n",
  ],
  ["does not exist", () => urlOf(server, "kith_nowhere"), "kith: The database named in DATABASE_URL does not exist.\n"],
  [
    "does not know the user",
    () => urlOf(server, name, "kith:hunter2"),
    "kith: The database refused the user or the password in DATABASE_URL.\n",
  ],
])("a database that %s is one line", async (_what, url, says) => {
  for (const command of ["serve", "migrate"]) {
    expect(await run([command], { DATABASE_URL: url() })).toMatchObject({ code: 1, err: says });
  }
});

test("a port that is taken is one line, and the gateway does not linger", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as { port: number };
  expect(await run(["serve"], { PORT: String(port) })).toMatchObject({
    code: 1,
    err: "kith: The port is taken: set PORT to another one.\n",
  });
  taken.close();
});
