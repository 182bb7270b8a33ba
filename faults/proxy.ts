import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { createProxyServer } from "http-proxy-3";

const CHECK_EVERY_MS = 250;

/** A proxy that checks `/readyz` and sends requests where it says 200. */
export interface Proxy {
  readonly name: string;
  readonly url: string;
  /** Resolves once it sends requests to every gateway; gives up after ten seconds. */
  allUp(): Promise<void>;
  stop(): Promise<void>;
}

/** HAProxy where there is one, set as docs/operating/scaling.md says; else one from npm. */
export async function startProxy(ports: readonly number[]): Promise<Proxy> {
  const haproxy = spawnSync("haproxy", ["-v"], { encoding: "utf8" });
  if (haproxy.status !== 0) return nodeProxy(ports);
  return startHaproxy(ports, /version (\S+?)[-\s]/.exec(haproxy.stdout)?.[1] ?? "");
}

async function startHaproxy(ports: readonly number[], version: string): Promise<Proxy> {
  const directory = await mkdtemp(join(tmpdir(), "kith-proxy-"));
  const [port, statsPort] = [await freePort(), await freePort()];
  const file = join(directory, "haproxy.cfg");
  const servers = ports.map((each, n) => `  server g${n} 127.0.0.1:${each}\n`).join("");
  await writeFile(
    file,
    `defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  timeout check 2s
  retries 3
  option redispatch
  retry-on conn-failure
frontend here
  bind 127.0.0.1:${port}
  default_backend kith
backend kith
  balance leastconn
  option httpchk GET /readyz
  default-server check inter ${CHECK_EVERY_MS}ms fall 2 rise 1
${servers}frontend stats
  bind 127.0.0.1:${statsPort}
  http-request use-service prometheus-exporter if { path /metrics }
`,
  );
  const child: ChildProcess = spawn("haproxy", ["-db", "-f", file], { stdio: "ignore" });
  const leave = () => child.kill("SIGKILL");
  process.on("exit", leave);
  return {
    name: `HAProxy ${version}`,
    url: `http://127.0.0.1:${port}`,
    allUp: () =>
      until(async () => {
        const response = await fetch(`http://127.0.0.1:${statsPort}/metrics`);
        const up = (await response.text()).match(/^haproxy_server_status\{.*state="UP"\} 1$/gm) ?? [];
        return up.length === ports.length;
      }),
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      process.off("exit", leave);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The same from npm: a request that found no gateway listening is tried at the other. */
async function nodeProxy(ports: readonly number[]): Promise<Proxy> {
  const up = new Set<number>();
  const check = async (port: number) => {
    const { status } = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => ({ status: 0 }));
    if (status === 200) up.add(port);
    else up.delete(port);
  };
  const timer = setInterval(() => ports.forEach((port) => void check(port)), CHECK_EVERY_MS);
  await Promise.all(ports.map(check));
  const proxy = createProxyServer({});
  let turn = 0;

  function pass(request: IncomingMessage, response: ServerResponse, body: Buffer, tried: readonly number[]): void {
    const there = [...up].filter((port) => !tried.includes(port));
    const port = there[turn++ % there.length];
    if (port === undefined) return void response.writeHead(503).end();
    const target = `http://127.0.0.1:${port}`;
    // No agent: a connection that is kept may be closed just as it is used again.
    proxy.web(request, response, { target, buffer: Readable.from([body]) }, (error) => {
      if ((error as NodeJS.ErrnoException).code === "ECONNREFUSED") pass(request, response, body, [...tried, port]);
      else response.writeHead(502).end();
    });
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => pass(request, response, Buffer.concat(parts), []));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    name: "a proxy from npm",
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    allUp: () => until(async () => up.size === ports.length),
    async stop() {
      clearInterval(timer);
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 10_000; performance.now() < end; await wait(50)) {
    if (await holds().catch(() => false)) return;
  }
  throw new Error("The proxy did not see every gateway.");
}

export async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
