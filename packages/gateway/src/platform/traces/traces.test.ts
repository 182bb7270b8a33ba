import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kith } from "../../program/testing.program.js";
import { testDatabase } from "../database/testing.js";
import { type TestGateway, testGateway } from "../http/testing.js";
import { type CollectedSpan, startCollector } from "./testing.collector.js";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const CALLER = "00f067aa0ba902b7";
const OFFER = `mutation Offer($input: CreateSupportOfferInput!) { mine: createSupportOffer(input: $input) { supportOffer { id title } } }`;

let collector: Awaited<ReturnType<typeof startCollector>>;
let gateway: TestGateway;
let spans: readonly CollectedSpan[];
beforeAll(async () => {
  collector = await startCollector();
  const traces = { url: collector.url, serviceName: "kith-here", share: 1, followsCaller: true };
  gateway = await testGateway({ config: { traces } });
  const [one] = gateway.partners;
  const traced = (span: string, flags = "01") => ({
    traceparent: `00-${TRACE}-${span}-${flags}`,
    tracestate: `who=${one.mark}`,
  });
  const input = { kinds: ["EMOTIONAL"], title: `Title ${one.mark}` };
  await gateway.graphql(OFFER, { input }, { as: one.ann, headers: traced(CALLER) });
  const hostile = `query q${one.mark.replaceAll("-", "_")} { ${one.mark.replaceAll("-", "_")} }`;
  await gateway.graphql(hostile, {}, { as: one.ann });
  await gateway.graphql(`{ node(id: "${one.offerId}") { id } }`, {}, { as: one.secretKey });
  await gateway.fetch(`/${one.mark}?who=${one.mark}`, { headers: { "user-agent": one.mark } });
  await gateway.graphql(
    "query Unsampled { partner { id } }",
    {},
    { as: one.ann, headers: traced("aaaaaaaaaaaaaaaa", "00") },
  );
  await gateway.stop();
  spans = collector.spans();
});
afterAll(() => collector.stop());

const named = (name: string) => spans.find((span) => span.name === name);

test("a request, its operation and each of its statements hang together, under the caller's own trace", () => {
  const request = spans.find(({ parentSpanId }) => parentSpanId === CALLER);
  expect(request).toMatchObject({
    name: "POST graphql",
    traceId: TRACE,
    attributes: {
      "http.request.method": "POST",
      "http.route": "graphql",
      "http.response.status_code": 200,
      "kith.outcome": "OK",
      "kith.partner_id": gateway.partners[0].partnerId,
    },
  });
  const operation = named("mutation Offer");
  expect(operation).toMatchObject({
    traceId: TRACE,
    parentSpanId: request?.spanId,
    attributes: { "kith.graphql.root_fields": ["createSupportOffer"], "graphql.operation.type": "mutation" },
  });
  const verbs = spans.filter(({ parentSpanId }) => parentSpanId === operation?.spanId).map(({ name }) => name);
  expect(verbs).toEqual(expect.arrayContaining(["BEGIN", "WITH", "COMMIT", "SELECT"]));
});

test("a caller who keeps no trace has none kept here", () => {
  expect(spans.filter(({ parentSpanId }) => parentSpanId === "aaaaaaaaaaaaaaaa")).toEqual([]);
  expect(named("query Unsampled")).toBeUndefined();
});

test("a request that failed is told with its code", () => {
  expect(spans.filter(({ attributes }) => attributes["kith.outcome"] === "BAD_INPUT").length).toBeGreaterThan(1);
  expect(named("GET none")?.attributes).toMatchObject({ "http.response.status_code": 404 });
});

test("nothing that was sent says who someone is, what they wrote, or what was asked of the database", () => {
  const raw = collector.raw();
  expect(raw).toContain("kith-here");
  for (const { marks, texts, partnerId, ann } of gateway.partners) {
    for (const mark of [...marks, ...texts, ann.externalId, ann.token, ann.token.slice(-20)]) {
      if (mark !== partnerId) expect(raw).not.toContain(mark);
    }
  }
  for (const mark of ["mbr_", "sof_", "exc_", "127.0.0.1", "from member", "insert into", "Bearer"]) {
    expect(raw).not.toContain(mark);
  }
});

test("a collector that is away holds nothing up, and the log says so once", async () => {
  const away = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => away.once("listening", resolve));
  const { port } = away.address() as { port: number };
  away.close();
  const url = `http://127.0.0.1:${port}/v1/traces`;
  const own = await testGateway({ config: { traces: { url, serviceName: "kith", share: 1, followsCaller: true } } });
  const [one] = own.partners;
  const told = () => own.logged().split("traces not delivered").length - 1;
  expect((await own.graphql("{ partner { id } }", {}, { as: one.ann })).status).toBe(200);
  await expect.poll(told, { timeout: 12_000 }).toBe(1);
  const since = performance.now();
  await own.stop();
  expect(performance.now() - since).toBeLessThan(4000);
  expect(told()).toBe(1);
}, 30_000);

/** Says each time that OpenTelemetry is loaded; its interface alone is, by the metrics' library. */
const WATCH = `data:text/javascript,${encodeURIComponent(`import { registerHooks } from "node:module";
registerHooks({ resolve(name, from, next) {
  const found = next(name, from);
  if (found.url.includes("@opentelemetry/sdk-trace")) process.stderr.write("loaded OpenTelemetry\\n");
  return found;
} });`)}`;

test.each([
  ["without OpenTelemetry's variables nothing of it is loaded", {}, false],
  ["with them it is", { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" }, true],
  ["switched off it is not", { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9", OTEL_SDK_DISABLED: "true" }, false],
])("%s", async (_what, more, loaded) => {
  const { url, drop } = await testDatabase();
  const program = kith(["serve"], {
    ...{ DATABASE_URL: url, KITH_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64") },
    ...{ PORT: "0", HOST: "127.0.0.1", NODE_OPTIONS: `--import=${WATCH}`, ...more },
  });
  await program.url();
  program.kill("SIGTERM");
  const { code, err } = await program.ended;
  await drop();
  expect({ code, loaded: err.includes("loaded OpenTelemetry") }).toEqual({ code: 0, loaded });
});
