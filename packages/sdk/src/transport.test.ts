import { getEventListeners } from "node:events";
import { setTimeout as later } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { PartnerDocument, RecordPulseCheckInDocument } from "./_generated/operations.js";
import { ERROR_CODES } from "./errors.js";
import {
  data,
  drop,
  dropHalfway,
  fault,
  hang,
  json,
  page,
  type ScriptedGateway,
  scriptedGateway,
  type Turn,
} from "./testing/scripted-gateway.js";
import { createTransport, type TransportOptions } from "./transport.js";

const partner = { partner: { id: "prt_1", name: "Clinic", matchingDial: "PEER_TO_PEER" } };
const open: ScriptedGateway[] = [];

async function gatewayThat(...turns: [Turn, ...Turn[]]) {
  const gateway = await scriptedGateway(...turns);
  open.push(gateway);
  const transport = (options: Partial<TransportOptions> = {}) =>
    createTransport({ endpoint: gateway.endpoint, key: "pk_test", ...options });
  return {
    ...gateway,
    transport,
    ask: (options?: Partial<TransportOptions>) => transport(options).request(PartnerDocument),
  };
}

afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

describe("what is sent", () => {
  test("the operation, its variables and the credential arrive as the gateway wants them", async () => {
    const { transport, received } = await gatewayThat(data({ recordPulseCheckIn: { checkIn: { id: "chk_1" } } }));
    const answer = await transport().request(RecordPulseCheckInDocument, { input: { mood: 4 } });
    expect(answer.recordPulseCheckIn.checkIn.id).toBe("chk_1");
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      path: "/graphql",
      headers: { authorization: "Bearer pk_test", "content-type": "application/json" },
      body: { query: String(RecordPulseCheckInDocument), variables: { input: { mood: 4 } } },
    });
    expect(received[0]?.headers).not.toHaveProperty("kith-member");
  });

  test("an endpoint with a path of its own is left as it is", async () => {
    const { endpoint, transport, received } = await gatewayThat(data(partner));
    await transport({ endpoint: `${endpoint}/support/graphql` }).request(PartnerDocument);
    await transport({ endpoint: new URL(`${endpoint}/`) }).request(PartnerDocument);
    expect(received.map(({ path }) => path)).toEqual(["/support/graphql", "/graphql"]);
  });

  test("an endpoint without a host is on the page's own", async () => {
    const { endpoint, transport, received } = await gatewayThat(data(partner));
    vi.stubGlobal("location", { href: `${endpoint}/deep/page.html` });
    await transport({ endpoint: "/kith/graphql" }).request(PartnerDocument);
    expect(received[0]?.path).toBe("/kith/graphql");
  });

  test("the member a secret key acts for is named", async () => {
    const { ask, received } = await gatewayThat(data(partner));
    await ask({ key: "sk_test", member: "external:42" });
    expect(received[0]?.headers).toMatchObject({ authorization: "Bearer sk_test", "kith-member": "external:42" });
  });

  test("plain text is sent as it is", async () => {
    const { transport, received } = await gatewayThat(data(partner));
    expect(await transport().request("{ partner { id } }")).toEqual(partner);
    expect(received[0]?.body.query).toBe("{ partner { id } }");
  });

  test("a fetch of one's own is called as a plain function", async () => {
    const calls: unknown[] = [];
    const fetch = async function (this: unknown, ...[input]: Parameters<typeof globalThis.fetch>) {
      calls.push(this, input);
      return Response.json({ data: partner });
    };
    await createTransport({ endpoint: "https://kith.example", fetch }).request(PartnerDocument);
    expect(calls).toEqual([undefined, "https://kith.example/graphql"]);
  });

  test("a secret key is refused in a page, before anything is sent", () => {
    vi.stubGlobal("document", {});
    expect(() => createTransport({ endpoint: "https://kith.example", key: "sk_test" })).toThrow(
      /must not reach a page/,
    );
    expect(() => createTransport({ endpoint: "https://kith.example", key: "pk_test" })).not.toThrow();
  });
});

describe("what is tried again", () => {
  const passing: [string, Turn][] = [
    ["a dropped connection", drop],
    ["an answer that breaks off", dropHalfway],
    ["UNAVAILABLE", fault("UNAVAILABLE")],
    [
      "UNAVAILABLE with its status",
      json({ errors: [{ message: "", extensions: { code: "UNAVAILABLE" } }] }, { status: 503 }),
    ],
    ["RATE_LIMITED", fault("RATE_LIMITED")],
    ["a proxy's 502", page(502)],
    ["a sign-in page in between", page(200)],
  ];
  test.each(passing)("%s", async (_, turn) => {
    const { ask, received } = await gatewayThat(turn, data(partner));
    expect(await ask()).toEqual(partner);
    expect(received).toHaveLength(2);
  });

  test.each(ERROR_CODES.filter((code) => code !== "UNAVAILABLE" && code !== "RATE_LIMITED").concat("NEWER" as never))(
    "never %s, which would be answered the same again",
    async (code) => {
      const { ask, received } = await gatewayThat(fault(code), data(partner));
      await expect(ask()).rejects.toMatchObject({ name: "KithError", rawCode: code });
      expect(received).toHaveLength(1);
    },
  );

  test("a mutation whose answer was lost is repeated under its one key, so that it takes effect once", async () => {
    const recorded = new Map<string | string[] | undefined, string>();
    const record: Turn = (response, { headers }) => {
      const key = headers["idempotency-key"];
      const id = recorded.get(key) ?? `chk_${recorded.size + 1}`;
      const lost = !recorded.has(key);
      recorded.set(key, id);
      (lost ? dropHalfway : data({ recordPulseCheckIn: { checkIn: { id } } }))(response, {} as never);
    };
    const { transport } = await gatewayThat(record);
    const { request } = transport();
    const first = await request(RecordPulseCheckInDocument, { input: { mood: 2 } });
    const second = await request(RecordPulseCheckInDocument, { input: { mood: 2 } });
    expect([first, second].map(({ recordPulseCheckIn }) => recordPulseCheckIn.checkIn.id)).toEqual(["chk_1", "chk_2"]);
    expect([...recorded.keys()].every((key) => /^[!-~]{16,255}$/.test(String(key)))).toBe(true);
  });

  test("a key of one's own is the one that is sent; a query has none", async () => {
    const { transport, received } = await gatewayThat(data({}));
    const { request } = transport();
    await request(RecordPulseCheckInDocument, { input: { mood: 2 } }, { idempotencyKey: "draft-7" });
    await request(PartnerDocument);
    await request(`# first\nfragment P on Partner{id}mutation M{x}`);
    expect(received.map(({ headers }) => headers["idempotency-key"])).toEqual([
      "draft-7",
      undefined,
      expect.any(String),
    ]);
  });

  test("RATE_LIMITED is not tried again before retryAfter", async () => {
    const { ask } = await gatewayThat(fault("RATE_LIMITED", { retryAfter: 0.6 }), data(partner));
    const start = performance.now();
    await ask();
    expect(performance.now() - start).toBeGreaterThanOrEqual(595);
  });

  test("a wait longer than the time limit is not begun", async () => {
    const { ask, received } = await gatewayThat(
      json(
        { errors: [{ message: "", extensions: { code: "RATE_LIMITED" } }] },
        { status: 429, headers: { "retry-after": "60" } },
      ),
    );
    const start = performance.now();
    await expect(ask()).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfter: 60 });
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(received).toHaveLength(1);
  });

  test("it is given up after as many retries as allowed, with the last failure", async () => {
    const { ask, received } = await gatewayThat(drop, fault("UNAVAILABLE", { requestId: "last" }));
    await expect(ask({ retries: 2 })).rejects.toMatchObject({ code: "UNAVAILABLE", requestId: "last" });
    expect(received).toHaveLength(3);
  });

  test("an attempt that hangs is left for another", async () => {
    const { ask, received } = await gatewayThat(hang, data(partner));
    expect(await ask({ attemptTimeout: 100 })).toEqual(partner);
    await later(50);
    expect(received.map(({ abandoned }) => abandoned)).toEqual([true, false]);
  });
});

describe("when it ends", () => {
  test("the time limit ends a call that hangs, and nothing is sent after", async () => {
    const { ask, received } = await gatewayThat(hang);
    const start = performance.now();
    await expect(ask({ timeout: 250, attemptTimeout: 100 })).rejects.toMatchObject({
      code: "UNAVAILABLE",
      reason: "TIMEOUT",
    });
    expect(performance.now() - start).toBeLessThan(1_000);
    const sent = received.length;
    await later(600);
    expect(received).toHaveLength(sent);
  });

  test("an abort ends a call that hangs with the signal's own reason, and hangs up", async () => {
    const { transport, received } = await gatewayThat(hang);
    const control = new AbortController();
    const call = transport().request(PartnerDocument, {}, { signal: control.signal });
    await vi.waitFor(() => expect(received).toHaveLength(1));
    control.abort();
    await expect(call).rejects.toBe(control.signal.reason);
    await vi.waitFor(() => expect(received[0]?.abandoned).toBe(true));
  });

  test("an abort while waiting to try again ends the waiting too", async () => {
    const { transport, received } = await gatewayThat(fault("RATE_LIMITED", { retryAfter: 0.5 }));
    const control = new AbortController();
    const call = transport().request(PartnerDocument, {}, { signal: control.signal });
    await vi.waitFor(() => expect(received).toHaveLength(1));
    await later(20);
    control.abort(new Error("gone elsewhere"));
    await expect(call).rejects.toThrow("gone elsewhere");
    await later(900);
    expect(received).toHaveLength(1);
  });

  test("a signal that was aborted before sends nothing", async () => {
    const { transport, received } = await gatewayThat(data(partner));
    const signal = AbortSignal.abort();
    await expect(transport().request(PartnerDocument, {}, { signal })).rejects.toBe(signal.reason);
    expect(received).toHaveLength(0);
  });

  test("a signal that outlives many calls keeps nothing of them", async () => {
    const { transport } = await gatewayThat(data(partner), fault("FORBIDDEN"));
    const { signal } = new AbortController();
    await transport().request(PartnerDocument, {}, { signal });
    await transport()
      .request(PartnerDocument, {}, { signal })
      .catch(() => {});
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("what it rejects with", () => {
  test("all that the gateway told", async () => {
    const { ask } = await gatewayThat(
      json(
        {
          errors: [{ message: "Bad.", extensions: { code: "BAD_INPUT", reason: "TOO_LONG", field: "input.kinds.0" } }],
        },
        { status: 400, headers: { "kith-request-id": "req_1" } },
      ),
    );
    await expect(ask()).rejects.toMatchObject({
      name: "KithError",
      message: "Bad.",
      code: "BAD_INPUT",
      rawCode: "BAD_INPUT",
      reason: "TOO_LONG",
      field: "input.kinds.0",
      requestId: "req_1",
      retryAfter: undefined,
    });
  });

  test("a code this version has never heard of keeps its text", async () => {
    const { ask } = await gatewayThat(fault("QUOTA_OF_NEXT_YEAR"));
    await expect(ask()).rejects.toMatchObject({ code: "UNKNOWN_CODE", rawCode: "QUOTA_OF_NEXT_YEAR" });
  });

  test("an error is not overlooked because part of the data came with it", async () => {
    const { ask } = await gatewayThat(
      json({
        data: { partner: partner.partner, node: null },
        errors: [{ message: "", extensions: { code: "NOT_FOUND" } }],
      }),
    );
    await expect(ask()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("no gateway at all is UNAVAILABLE, with what the network said as its cause", async () => {
    const { ask, close } = await gatewayThat(drop);
    await close();
    await expect(ask({ retries: 0 })).rejects.toMatchObject({
      code: "UNAVAILABLE",
      reason: "NETWORK",
      cause: expect.any(TypeError),
    });
  });

  test.each([
    [404, "UNKNOWN_CODE", "HTTP_404"],
    [500, "UNKNOWN_CODE", "HTTP_500"],
    [429, "RATE_LIMITED", "RATE_LIMITED"],
    [503, "UNAVAILABLE", "UNAVAILABLE"],
    [200, "UNAVAILABLE", "UNAVAILABLE"],
  ])("a page with status %i from something else is told from Kith's own answers", async (status, code, rawCode) => {
    const { ask } = await gatewayThat(page(status));
    await expect(ask({ retries: 0 })).rejects.toMatchObject({ code, rawCode, reason: "UNREADABLE" });
  });

  test.each([[`null`], [`{}`], [`{"data":null}`], [`[]`], [`"text"`]])("an answer of %s is no data", async (body) => {
    const { ask } = await gatewayThat(page(200, body));
    await expect(ask({ retries: 0 })).rejects.toMatchObject({ code: "UNAVAILABLE", reason: "UNREADABLE" });
  });
});
