import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestPartner } from "../platform/http/testing.partner.js";
import { NO_MORE, type Said, sayTo } from "../platform/http/testing.say.js";

let gateway: TestGateway;
let one: TestPartner;
beforeAll(async () => {
  gateway = await testGateway({ limits: { keepAliveMs: 300 } });
  one = gateway.partners[0];
});
afterAll(() => gateway.stop());

interface Answered {
  readonly status: number;
  readonly body: any;
}

/** The answers that came, in their order. */
async function say(...parts: Said[]): Promise<Answered[]> {
  const heard = await sayTo(gateway.url, ...parts);
  const answers: Answered[] = [];
  for (let rest = heard; rest !== ""; ) {
    const head = rest.slice(0, rest.indexOf("\r\n\r\n") + 4);
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    const text = rest.slice(head.length, head.length + length);
    answers.push({ status: Number(head.slice(9, 12)), body: text.startsWith("{") ? JSON.parse(text) : text });
    rest = rest.slice(head.length + length);
  }
  return answers;
}

/** A whole request, of Ann unless other headers say otherwise. */
function request(query: string, ...headers: string[]): string {
  const body = JSON.stringify({ query });
  const known = ["content-type: application/json", `authorization: Bearer ${one.ann.token}`];
  const named = new Set(headers.map((header) => header.split(":", 1)[0]));
  const lines = [...known.filter((line) => !named.has(line.split(":", 1)[0])), ...headers];
  return `POST /graphql HTTP/1.1\r\nhost: kith\r\ncontent-length: ${body.length}\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
const ME = "{ viewer { member { id } } }";
const reasons = (answers: readonly Answered[]) =>
  answers.map(({ status, body }) => [
    status,
    body.errors?.[0]?.extensions.reason ?? body.errors?.[0]?.extensions.field,
  ]);

test("requests sent one after the other without waiting are answered in their order, each for its own caller", async () => {
  const [a, b] = [`authorization: Bearer ${one.ann.token}`, `authorization: Bearer ${one.ben.token}`];
  const parts = Array.from({ length: 20 }, (_, n) => request(ME, n % 2 === 0 ? a : b));
  const answers = await say(parts.join(""));
  expect(answers.map(({ body }) => body.data?.viewer.member.id)).toEqual(
    Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? one.ann.id : one.ben.id)),
  );
});

test("one that is refused does not spoil those behind it", async () => {
  const answers = await say(
    request(ME, "authorization: Bearer nonsense"),
    request("{ nothing }"),
    request(ME, "content-type: text/plain"),
    request(ME),
  );
  expect(reasons(answers)).toEqual([
    [401, "TOKEN_INVALID"],
    [400, "DOCUMENT_INVALID"],
    [415, "CONTENT_TYPE_NOT_JSON"],
    [200, undefined],
  ]);
});

test("a request cut into single bytes is one request", async () => {
  const bytes = [...request(ME)].flatMap((byte): Said[] => [byte, 0]);
  expect((await say(...bytes))[0]).toMatchObject({
    status: 200,
    body: { data: { viewer: { member: { id: one.ann.id } } } },
  });
});

test("who hangs up before the answer may ask again with the same key, and it is done once", async () => {
  const key = "idempotency-key: hung-up";
  const query = "mutation { recordPulseCheckIn(input: { mood: 2 }) { checkIn { id } } }";
  const record = request(query, key, "connection: close");
  for (let time = 0; time < 5; time++) await say(record, NO_MORE);
  const [first, second] = [await say(record), await say(record)];
  expect(first[0]?.status).toBe(200);
  expect(second).toEqual(first);
  const { data } = await gateway.graphql("{ viewer { pulseCheckIns { nodes { id mood } } } }", {}, { as: one.ann });
  expect(data.viewer.pulseCheckIns.nodes.filter(({ mood }: { mood: number }) => mood === 2)).toHaveLength(1);
});

test("half a request and no more is refused or dropped, and others are answered", async () => {
  for (const half of [request(ME).slice(0, -5), request(ME).slice(0, 40), "POST /gra", "\r\n"]) {
    for (const { status } of await say(half, NO_MORE)) expect(status).toBe(400);
  }
  expect((await say(request(ME)))[0]?.status).toBe(200);
});

test.each<[what: string, headers: () => string[], answer: [number, string]]>([
  [
    "two credentials",
    () => [`authorization: Bearer ${one.ann.token}`, `authorization: Bearer ${one.ben.token}`],
    [401, "CREDENTIAL_MALFORMED"],
  ],
  [
    "one credential twice",
    () => [`authorization: Bearer ${one.ann.token}`, `authorization: Bearer ${one.ann.token}`],
    [401, "CREDENTIAL_MALFORMED"],
  ],
  [
    "a credential and nonsense",
    () => [`authorization: Bearer ${one.ann.token}`, "authorization: nonsense"],
    [401, "CREDENTIAL_MALFORMED"],
  ],
  [
    "two origins, one of them allowed",
    () => [`origin: ${one.origin}`, "origin: https://evil.example"],
    [403, "ORIGIN_NOT_ALLOWED"],
  ],
  ["two keys to repeat by", () => ["idempotency-key: a", "idempotency-key: b"], [400, "Idempotency-Key"]],
  ["two types", () => ["content-type: application/json", "content-type: text/plain"], [415, "CONTENT_TYPE_NOT_JSON"]],
  [
    "two members to act for",
    () => [`authorization: Bearer ${one.secretKey}`, `kith-member: ${one.ann.id}`, `kith-member: ${one.ben.id}`],
    [404, "Kith-Member"],
  ],
])("whoever sends %s is asked which, not guessed at", async (_what, headers, answer) => {
  expect(reasons(await say(request(ME, ...headers(), "connection: close")))).toEqual([answer]);
});

test.each<[what: string, text: () => string]>([
  ["two lengths", () => request(ME, "content-length: 5")],
  ["a length and chunks, of which a proxy may believe the other", () => request(ME, "transfer-encoding: chunked")],
  ["lines that end otherwise", () => request(ME).replaceAll("\r\n", "\n")],
  ["a NUL in a header", () => request(ME, "kith-member: a\0b")],
  ["a space before a header's colon", () => request(ME, "kith-member : a")],
  ["a header without end", () => request(ME, `x-long: ${"a".repeat(20_000)}`)],
  ["thousands of headers", () => request(ME, ...Array.from({ length: 3000 }, (_, n) => `x-${n}: 1`))],
  ["a length below nothing", () => request(ME, "x: 1").replace(/content-length: \d+/, "content-length: -5")],
  ["another language", () => "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
])("%s is no HTTP: refused, and the connection ends", async (_what, text) => {
  const answers = await say(text());
  expect(answers).toHaveLength(1);
  expect(answers[0]?.status).toBeGreaterThanOrEqual(400);
  expect(answers[0]?.status).toBeLessThan(500);
  expect(answers[0]?.body).not.toMatchObject({ data: expect.anything() });
});
