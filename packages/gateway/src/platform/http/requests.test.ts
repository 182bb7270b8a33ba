import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "./testing.js";
import type { TestPartner } from "./testing.partner.js";
import { type Said, sayTo } from "./testing.say.js";

let gateway: TestGateway;
let one: TestPartner;
beforeAll(async () => {
  gateway = await testGateway({ limits: { bodyMs: 300 } });
  one = gateway.partners[0];
});
afterAll(() => gateway.stop());

const QUERY = JSON.stringify({ query: "{ partner { id } }" });

async function post(body: RequestInit["body"], headers: Record<string, string> = {}) {
  const {
    status,
    errors,
    headers: answered,
  } = await gateway.fetch("/graphql", {
    method: "POST",
    body: body ?? null,
    headers: { "content-type": "application/json", authorization: `Bearer ${one.publishableKey}`, ...headers },
  });
  const { code, reason } = errors?.[0]?.extensions ?? {};
  return { status, code, reason, requestId: answered.get("kith-request-id") };
}

const say = (...parts: Said[]) => sayTo(gateway.url, ...parts);
const head = (more: string) =>
  `POST /graphql HTTP/1.1\r\nhost: kith\r\ncontent-type: application/json\r\nauthorization: Bearer ${one.publishableKey}\r\n${more}\r\n\r\n`;

test("an offer of another protocol is not taken up, and the request answered", async () => {
  const offer = "connection: close, upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk";
  const answer = await say(head(`${offer}\r\ncontent-length: ${QUERY.length}`) + QUERY);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toContain(one.partnerId);
  expect(await say(`GET /healthz HTTP/1.1\r\nhost: kith\r\n${offer}\r\n\r\n`)).toMatch(/^HTTP\/1.1 200 /);
});

test.each<[what: string, body: string | Buffer]>([
  ["nothing", ""],
  ["half of JSON", '{ "query": "{ partner'],
  ["no JSON", "query { partner { id } }"],
  ["text", '"{ partner { id } }"'],
  ["null", "null"],
  ["a number", "7"],
  ["a list, as for several at once", `[${QUERY}, ${QUERY}]`],
  ["an empty list", "[]"],
  ["bytes that are no text", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
])("a body that is %s is refused, not guessed at", async (_what, body) => {
  expect(await post(typeof body === "string" ? body : new Uint8Array(body))).toMatchObject({
    status: 400,
    code: "BAD_INPUT",
    reason: "BODY_NOT_A_JSON_OBJECT",
  });
});

test.each<[what: string, body: object]>([
  ["nothing", {}],
  ["no query", { variables: {} }],
  ["an empty query", { query: "" }],
  ["a query that is a number", { query: 1 }],
  ["variables that are a list", { query: "{ partner { id } }", variables: [] }],
  ["variables that are text", { query: "{ partner { id } }", variables: "{}" }],
  ["an operation name that is no text", { query: "{ partner { id } }", operationName: 1 }],
  ["the hash of a query", { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } }],
])("a request with %s is refused", async (_what, body) => {
  expect(await post(JSON.stringify(body))).toMatchObject({ status: 400, code: "BAD_INPUT" });
});

test("null stands for variables and operation name that are not there", async () => {
  expect(
    (await post(JSON.stringify({ query: "{ partner { id } }", variables: null, operationName: null }))).status,
  ).toBe(200);
});

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/graphql",
  "application/json; charset=latin1",
  "",
])("a form of another site cannot ask: %j is no JSON", async (type) => {
  expect(await post(QUERY, { "content-type": type })).toMatchObject({
    status: 415,
    code: "BAD_INPUT",
    reason: "CONTENT_TYPE_NOT_JSON",
  });
});

test("a squeezed body is refused rather than unpacked to any size", async () => {
  expect(await post(QUERY, { "content-encoding": "gzip" })).toMatchObject({
    status: 415,
    reason: "CONTENT_ENCODING_NOT_READ",
  });
});

test.each(["GET", "PUT", "DELETE", "PATCH"])("%s is not a way to ask", async (method) => {
  const { status, errors, headers } = await gateway.fetch("/graphql?query={partner{id}}", { method });
  expect({ status, code: errors?.[0]?.extensions.code, allow: headers.get("allow") }).toEqual({
    status: 405,
    code: "BAD_INPUT",
    allow: "POST, OPTIONS",
  });
});

test.each(["", "a b", "clé", "k".repeat(256), "tab\there"])("the idempotency key %j cannot be one", async (key) => {
  expect(await post(QUERY, { "idempotency-key": key })).toMatchObject({ status: 400, code: "BAD_INPUT" });
});

test("5 MB are refused and not read, also when their length was not told", async () => {
  const large = "x".repeat(5_000_000);
  expect(await post(large)).toMatchObject({ status: 413, code: "BAD_INPUT", reason: "BODY_TOO_LARGE" });
  const told = await say(head(`content-length: ${large.length}`), large);
  expect(told).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
  const untold = await say(head("transfer-encoding: chunked"), `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`);
  expect(untold).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
});

test("what just fits is read", async () => {
  const padding = "#".repeat(256 * 1024 - JSON.stringify({ query: "{ partner { id } }" }).length);
  expect((await post(JSON.stringify({ query: `{ partner { id } }${padding}` }))).status).toBe(200);
  expect((await post(JSON.stringify({ query: `{ partner { id } }${padding}#` }))).status).toBe(413);
});

test("whoever sends a letter now and then does not hold a connection for ever", async () => {
  const slow = await say(
    head(`content-length: ${QUERY.length}`),
    QUERY.slice(0, 5),
    100,
    QUERY.slice(5, 8),
    100,
    QUERY.slice(8, 10),
    300,
  );
  expect(slow).toMatch(/^HTTP\/1\.1 408 [\s\S]*BODY_TOO_SLOW/);
});

test("a caller who leaves in the middle costs nothing and breaks nothing", async () => {
  const socket = connect(Number(new URL(gateway.url).port), "127.0.0.1");
  socket.write(head(`content-length: ${QUERY.length}`) + QUERY.slice(0, 5));
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await expect.poll(() => gateway.logged()).toContain('"caller gone"');
  expect((await post(QUERY)).status).toBe(200);
});

test("every answer has a request id of its own, which a caller cannot choose", async () => {
  const ids = [await post(QUERY, { "kith-request-id": "mine" }), await post("nonsense"), await post(QUERY)].map(
    ({ requestId }) => requestId,
  );
  expect(new Set(ids).size).toBe(3);
  expect(ids.every((id) => /^[0-9a-f-]{36}$/.test(id ?? ""))).toBe(true);
});

test.each(["/graphql", "/healthz", "/nothing", "/", "/.git/config", "/graphiql"])(
  "%s says what browsers must not do with it",
  async (path) => {
    const { headers } = await gateway.fetch(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
  },
);

test.each(["/nothing", "/", "/graphiql", "/kith.js", "/graphql/streams", "/%2e%2e/"])(
  "there is nothing at %s in production",
  async (path) => {
    const { status, errors } = await gateway.fetch(path);
    expect({ status, code: errors?.[0]?.extensions.code }).toEqual({ status: 404, code: "NOT_FOUND" });
  },
);

test("a client that reads refusals only in GraphQL's own type gets them in it, and others in theirs", async () => {
  const typeFor = async (accept: Record<string, string>) => {
    const init = { method: "POST", body: QUERY, headers: { "content-type": "application/json", ...accept } };
    return (await gateway.fetch("/graphql", init)).headers.get("content-type");
  };
  const accept = "application/graphql-response+json, application/json;q=0.9";
  expect(await typeFor({ accept })).toBe("application/graphql-response+json; charset=utf-8");
  expect(await typeFor({ accept: "application/json" })).toBe("application/json; charset=utf-8");
  expect(await typeFor({})).toBe("application/json; charset=utf-8");
});
