import { createSecretKey, randomBytes } from "node:crypto";
import type { Config } from "../../config.js";
import { type GatewayOptions, startGateway } from "../../main.js";
import { openDatabase } from "../database/database.js";
import { type TestDatabase, testDatabase } from "../database/testing.js";
import { markedPartner, type TestPartner } from "./testing.partner.js";

export interface GraphqlOptions {
  /** Who asks: a credential, or whoever holds one as `token`. Nobody unless said. */
  readonly as?: string | { readonly token: string } | null | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each test knows what it asked for
  readonly data: any;
  readonly errors: readonly TestError[] | undefined;
}

export interface TestError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly reason?: string;
    readonly field?: string;
    readonly [more: string]: unknown;
  };
}

export interface TestGateway {
  readonly url: string;
  readonly databaseUrl: string;
  /** As superuser: for what a test does that the gateway never may. */
  readonly adminUrl: string;
  /** What it was started with: for another gateway beside it. */
  readonly config: Config;
  /** Two, each with marked members, communities, an offer, an exchange and a check-in. */
  readonly partners: readonly [TestPartner, TestPartner];
  /** Fails by itself if the answer holds a mark of a partner that is not the caller's. */
  graphql(query: string, variables?: object, options?: GraphqlOptions): Promise<TestAnswer>;
  /** Any request to the gateway, its answer searched in the same way. */
  fetch(path: string, init?: RequestInit): Promise<TestAnswer>;
  /** All that the gateway has logged. */
  logged(): string;
  /** Fails if anything marked was logged. */
  stop(): Promise<void>;
}

export interface TestGatewayOptions extends Omit<GatewayOptions, "log"> {
  readonly config?: Partial<Config>;
  /** Instead of one on the server that all tests share: for tests that do to a server what others would feel. */
  readonly database?: TestDatabase;
}

/** A gateway in this process on a database of its own, as in production unless the config says otherwise. */
export async function testGateway(asked: TestGatewayOptions = {}): Promise<TestGateway> {
  const { config: given, database: theirs, ...options } = asked;
  const { url: databaseUrl, adminUrl, drop } = theirs ?? (await testDatabase());
  const encryptionKey = createSecretKey(randomBytes(32));
  const database = openDatabase({ url: databaseUrl, poolSize: 2, statementTimeoutMs: 5000, onError: () => undefined });
  const lines: string[] = [];
  const partners = [
    await markedPartner(database, encryptionKey, "one"),
    await markedPartner(database, encryptionKey, "two"),
  ] as const;
  const config: Config = {
    environment: "production",
    databaseUrl,
    host: "127.0.0.1",
    port: 0,
    encryptionKey,
    assets: null,
    homeUrl: null,
    explorerTokenFile: null,
    poolSize: 4,
    statementTimeoutMs: 5000,
    shutdownDelayMs: 0,
    logLevel: "debug",
    traces: null,
    ...given,
  };
  const gateway = await startGateway(config, { ...options, log: { write: (line) => void lines.push(line) } });
  const logged = () => lines.join("");

  async function search(path: string, init: RequestInit = {}): Promise<TestAnswer> {
    const response = await fetch(new URL(path, gateway.url), { redirect: "manual", ...init });
    const text = await response.text();
    const sent = new Headers(init.headers);
    const own = partners.find(({ owns }) => owns(sent.get("authorization")));
    for (const other of partners)
      if (other !== own)
        expectUnmarked(`${text}\n${headersOf(response, sent.get("origin"))}`, other.marks, "An answer");
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    const { data, errors } = (isJson ? JSON.parse(text) : {}) as Pick<TestAnswer, "data" | "errors">;
    return { status: response.status, headers: response.headers, text, data, errors };
  }

  return {
    url: gateway.url,
    databaseUrl,
    adminUrl,
    config,
    partners,
    fetch: search,
    graphql: (query, variables, { as, headers, operationName } = {}) =>
      search("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", ...credential(as), ...headers },
        body: JSON.stringify({ query, variables, operationName }),
      }),
    logged,
    async stop() {
      await gateway.stop();
      await database.close();
      await drop();
      for (const { texts } of partners) expectUnmarked(logged(), texts, "The log");
    },
  };
}

function credential(as: GraphqlOptions["as"]): Record<string, string> {
  if (as === undefined || as === null) return {};
  return { authorization: `Bearer ${typeof as === "string" ? as : as.token}` };
}

/** Without the origin that the request itself named. */
function headersOf({ headers }: Response, origin: string | null): string {
  return [...headers].flatMap(([name, value]) => (value === origin ? [] : [name, value])).join("\n");
}

export function expectUnmarked(text: string, marks: readonly string[], what: string): void {
  const found = marks.find((mark) => text.includes(mark));
  if (found !== undefined) throw new Error(`${what} holds ${found}, which is another's: ${text.slice(0, 2000)}`);
}
