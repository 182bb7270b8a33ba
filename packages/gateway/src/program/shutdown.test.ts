import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startGateway } from "../main.js";
import { testEvents, testSocket } from "../platform/events/testing.live.js";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import { kith } from "./testing.program.js";

// A process is started in each, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

interface Tried {
  readonly outcome: number | string;
  readonly closes: boolean;
}

/** One request on this connection: its status, or the error's code. */
function ask(url: string, agent: Agent): Promise<Tried> {
  const [one] = gateway.partners;
  const body = JSON.stringify({ query: "{ communities { nodes { id name supportOffers { nodes { id title } } } } }" });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    authorization: `Bearer ${one.ann.token}`,
  };
  return new Promise((resolve) => {
    const asked = request(new URL("/graphql", url), { method: "POST", agent, headers }, (response) => {
      let text = "";
      response.on("data", (data) => (text += data));
      response.on("error", (error: NodeJS.ErrnoException) =>
        resolve({ outcome: error.code ?? "ERROR", closes: false }),
      );
      response.on("end", () => {
        const whole = Buffer.byteLength(text) === Number(response.headers["content-length"]);
        resolve({
          outcome: whole ? (response.statusCode ?? 0) : "CUT",
          closes: response.headers.connection === "close",
        });
      });
    });
    asked.on("error", (error: NodeJS.ErrnoException) => resolve({ outcome: error.code ?? "ERROR", closes: false }));
    asked.end(body);
  });
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s under load drops no request: each that was sent is answered",
  async (signal) => {
    const program = kith(["serve"], {
      DATABASE_URL: gateway.databaseUrl,
      KITH_ENCRYPTION_KEY: gateway.config.encryptionKey.export().toString("base64"),
      PORT: "0",
      HOST: "127.0.0.1",
      KITH_LOG_LEVEL: "error",
    });
    const url = await program.url();
    let told = false;
    const tried: (Tried & { readonly afterSignal: boolean })[] = [];
    const clients = Array.from({ length: 16 }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (;;) {
        const result = await ask(url, agent);
        tried.push({ ...result, afterSignal: told });
        if (typeof result.outcome === "string" || tried.length > 50_000) return agent.destroy();
      }
    });
    await expect.poll(() => tried.length, { timeout: 30_000 }).toBeGreaterThan(200);
    const since = performance.now();
    told = program.kill(signal);
    await Promise.all(clients);
    const { code } = await program.ended;

    expect(code).toBe(0);
    expect(performance.now() - since).toBeLessThan(10_000);
    const outcomes = new Set(tried.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set([200, "ECONNREFUSED"]));
    expect(tried.filter(({ outcome }) => outcome === "ECONNREFUSED")).toHaveLength(16);
    expect(tried.filter(({ closes }) => closes).length).toBeGreaterThanOrEqual(16);
    expect(tried.filter(({ closes, afterSignal }) => closes && !afterSignal)).toEqual([]);
  },
);

test("who is subscribed is told to come back at once, and does not keep the process", async () => {
  const program = kith(["serve"], {
    DATABASE_URL: gateway.databaseUrl,
    KITH_ENCRYPTION_KEY: gateway.config.encryptionKey.export().toString("base64"),
    PORT: "0",
    HOST: "127.0.0.1",
    KITH_LOG_LEVEL: "error",
  });
  const url = await program.url();
  const at = { url, partners: gateway.partners };
  const query = "subscription { exchangeChanged { cursor } }";
  const socket = testSocket(at, gateway.partners[0].ann);
  const [stream, events] = [socket.subscribe(query), testEvents(at, gateway.partners[0].ann, query)];
  for (const each of [stream, events]) await each.next();
  const since = performance.now();
  program.kill("SIGTERM");
  expect(await Promise.all([stream.ended, events.ended])).toEqual([1012, "complete"]);
  const { code } = await program.ended;
  expect(code).toBe(0);
  expect(performance.now() - since).toBeLessThan(5_000);
});

test("a request that takes its time is waited for, while readiness is already gone", async () => {
  const own = await startGateway(gateway.config, { log: { write: () => undefined } });
  const agent = new Agent({ keepAlive: true });
  await ask(own.url, agent);
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  await client.query("begin; lock table community in access exclusive mode");
  const waiting = ask(own.url, agent);
  // A connection that is open already, and asks once more.
  const ready = () =>
    new Promise<number | undefined>((resolve) => {
      request(new URL("/readyz", own.url), { agent }, (response) => resolve(response.resume().statusCode)).end();
    });
  expect(await ready()).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = own.stop();
  expect(await ready()).toBe(503);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await client.query("commit");
  await client.end();
  expect(await waiting).toEqual({ outcome: 200, closes: false });
  await stopped;
  agent.destroy();
});

test("told to wait, it takes new connections until a proxy has noticed that it is not ready, and no longer", async () => {
  const config = { ...gateway.config, shutdownDelayMs: 800 };
  const own = await startGateway(config, { log: { write: () => undefined } });
  const askAnew = () => ask(own.url, new Agent({ keepAlive: false }));
  expect((await askAnew()).outcome).toBe(200);
  const since = performance.now();
  const stopped = own.stop();
  expect((await fetch(new URL("/readyz", own.url))).status).toBe(503);
  while (performance.now() - since < 600) expect((await askAnew()).outcome).toBe(200);
  await stopped;
  expect((await askAnew()).outcome).toBe("ECONNREFUSED");
  expect(performance.now() - since).toBeLessThan(5000);
});

test("what was done for members is written down before the process ends", async () => {
  const own = await startGateway(gateway.config, { log: { write: () => undefined } });
  const [one] = gateway.partners;
  const response = await fetch(new URL("/graphql", own.url), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${one.secretKey}`,
      "kith-member": one.ann.id,
    },
    body: JSON.stringify({ query: "{ viewer { member { id } } }" }),
  });
  const requestId = response.headers.get("kith-request-id");
  await response.text();
  await own.stop();
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  const { rows } = await client.query("select action from audit where request_id = $1", [requestId]);
  await client.end();
  expect(rows).toEqual([{ action: "viewer" }]);
});

test("a request that never ends does not keep the process: it is cut when its time is up", async () => {
  const own = await startGateway(gateway.config, {
    log: { write: () => undefined },
    limits: { drainMs: 600, bodyMs: 30_000 },
  });
  const half = request(new URL("/graphql", own.url), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "content-length": 100,
      authorization: `Bearer ${gateway.partners[0].publishableKey}`,
    },
  });
  const cut = new Promise((resolve) => half.on("error", resolve));
  half.write(randomBytes(10));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const since = performance.now();
  await own.stop();
  await cut;
  expect(performance.now() - since).toBeLessThan(2000);
});
