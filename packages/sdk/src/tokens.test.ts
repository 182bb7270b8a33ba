import { SignJWT } from "jose";
import { afterEach, describe, expect, test, vi } from "vitest";
import { PartnerDocument } from "./_generated/operations.js";
import {
  data,
  fault,
  type Received,
  type ScriptedGateway,
  scriptedGateway,
  type Turn,
} from "./testing/scripted-gateway.js";
import { createTokens, readToken } from "./tokens.js";
import { createTransport, type TransportOptions } from "./transport.js";

const HOUR = 3_600_000;
const partner = { partner: { id: "prt_1", name: "Clinic", matchingDial: "PEER_TO_PEER" } };
const open: ScriptedGateway[] = [];

function jwt({ sub = "42", iat = Date.now(), seconds = 900 }: { sub?: string; iat?: number; seconds?: number } = {}) {
  const from = Math.floor(iat / 1_000);
  return new SignJWT({ n: Math.random() })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer("prt_1")
    .setSubject(sub)
    .setIssuedAt(from)
    .setExpirationTime(from + seconds)
    .sign(new TextEncoder().encode("0123456789abcdef0123456789abcdef"));
}

const bearer = ({ headers }: Received) => headers.authorization?.replace("Bearer ", "");

/** Answers by the token, as the gateway would: refused ones with a reason. */
async function gatewayRefusing(refused: Map<string | undefined, string>) {
  const turn: Turn = (response, received) => {
    const reason = refused.get(bearer(received));
    (reason ? fault("UNAUTHENTICATED", { reason }) : data(partner))(response, received);
  };
  const gateway = await scriptedGateway(turn);
  open.push(gateway);
  const transport = (options: Partial<TransportOptions>) => createTransport({ endpoint: gateway.endpoint, ...options });
  return { received: gateway.received, transport };
}

afterEach(() => Promise.all(open.splice(0).map((gateway) => gateway.close())));

describe("how long a token is kept", () => {
  test.each([
    ["an hour", 3_600, 3_540],
    ["ten minutes", 600, 540],
    ["one minute", 60, 54],
  ])("one of %s until shortly before it ends", async (_, seconds, kept) => {
    let now = Date.now();
    const getToken = vi.fn(() => jwt({ seconds, iat: now }));
    const tokens = createTokens(getToken, 1_000, () => now);
    const first = await tokens.current();
    now += (kept - 2) * 1_000;
    expect(await tokens.current()).toBe(first);
    now += 4_000;
    expect(await tokens.current()).not.toBe(first);
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  test.each([
    ["three hours fast", 3 * HOUR],
    ["three hours slow", -3 * HOUR],
    ["years off", -20_000 * HOUR],
  ])("a device whose clock is %s neither asks without end nor keeps it for good", async (_, skew) => {
    let device = Date.now() + skew;
    const getToken = vi.fn(() => jwt());
    const tokens = createTokens(getToken, 1_000, () => device);
    await tokens.current();
    device += 800_000;
    await tokens.current();
    expect(getToken).toHaveBeenCalledTimes(1);
    device += 100_000;
    await tokens.current();
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  test.each([
    ["opaque"],
    ["a.b.c"],
    ["a..c"],
    [`a.${btoa("null")}.c`],
    [`a.${btoa("7")}.c`],
    [`a.${btoa('{"exp":1,"iat":5}')}.c`],
  ])("%s, which says no time, is kept until it is refused", (text) => {
    expect(readToken(text, Date.now())).toMatchObject({ text, keepUntil: Infinity });
  });

  test("a token that says only when it ends is kept until then", () => {
    const now = Date.now();
    const { keepUntil } = readToken(`a.${btoa(JSON.stringify({ exp: now / 1_000 + 100 }))}.c`, now);
    expect(keepUntil).toBeCloseTo(now + 90_000, -1);
  });

  test("letters outside base64's first 62 do not make a token unreadable", async () => {
    const text = await jwt({ sub: "Zoë ÿÿÿ>>>???" });
    expect(text).toMatch(/[-_]/);
    expect(readToken(text, Date.now()).keepUntil).toBeLessThan(Infinity);
  });
});

describe("asking for it", () => {
  test("many calls at once ask once", async () => {
    const getToken = vi.fn(() => jwt());
    const { transport, received } = await gatewayRefusing(new Map());
    const { request } = transport({ getToken });
    await Promise.all(Array.from({ length: 5 }, () => request(PartnerDocument)));
    await request(PartnerDocument);
    expect(getToken).toHaveBeenCalledTimes(1);
    expect(new Set(received.map(bearer)).size).toBe(1);
  });

  test("one caller who gives up does not take the token from the others", async () => {
    let sign: (token: string) => void = () => {};
    const signing = new Promise<string>((resolve) => {
      sign = resolve;
    });
    const { transport } = await gatewayRefusing(new Map());
    const { request } = transport({ getToken: () => signing });
    const control = new AbortController();
    const left = request(PartnerDocument, {}, { signal: control.signal });
    const stays = request(PartnerDocument);
    control.abort();
    await expect(left).rejects.toBe(control.signal.reason);
    sign("opaque");
    expect(await stays).toEqual(partner);
  });

  test("while nobody is signed in the key is used, and a sign-in is noticed", async () => {
    let token: string | null = null;
    const { transport, received } = await gatewayRefusing(new Map());
    const { request } = transport({ key: "pk_test", getToken: () => token });
    await request(PartnerDocument);
    token = "opaque";
    await request(PartnerDocument);
    expect(received.map(bearer)).toEqual(["pk_test", "opaque"]);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("session over");
      },
    ],
    ["rejects", () => Promise.reject(new Error("session over"))],
    ["gives no text", () => undefined as never],
    ["gives empty text", () => ""],
    ["never answers", () => new Promise<never>(() => {})],
  ])("a callback that %s is UNAUTHENTICATED with its cause, and is asked again by the next call", async (_, broken) => {
    const getToken = vi.fn<() => Promise<string> | string>(broken);
    const { transport, received } = await gatewayRefusing(new Map());
    const { request } = transport({ getToken, tokenTimeout: 100 });
    await expect(request(PartnerDocument)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      reason: "TOKEN_CALLBACK",
      cause: expect.any(Error),
    });
    expect(received).toHaveLength(0);
    getToken.mockImplementation(() => "opaque");
    expect(await request(PartnerDocument)).toEqual(partner);
  });
});

describe("a token the gateway refuses", () => {
  test.each(["TOKEN_EXPIRED", "TOKEN_REVOKED", "TOKEN_INVALID"])(
    "for %s is replaced once, and the call goes on",
    async (reason) => {
      const [old, fresh] = [await jwt(), await jwt()];
      const getToken = vi.fn().mockReturnValueOnce(old).mockReturnValue(fresh);
      const { transport, received } = await gatewayRefusing(new Map([[old, reason]]));
      const { request } = transport({ getToken });
      expect(await request(PartnerDocument)).toEqual(partner);
      expect(received.map(bearer)).toEqual([old, fresh]);
    },
  );

  test("is replaced once for all the calls it was refused to", async () => {
    const [old, fresh] = [await jwt(), await jwt()];
    const getToken = vi.fn().mockReturnValueOnce(old).mockReturnValue(fresh);
    const { transport } = await gatewayRefusing(new Map([[old, "TOKEN_REVOKED"]]));
    const { request } = transport({ getToken });
    await Promise.all(Array.from({ length: 4 }, () => request(PartnerDocument)));
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  test("for another reason is not replaced", async () => {
    const getToken = vi.fn(() => jwt());
    const text = await jwt();
    getToken.mockResolvedValue(text);
    const { transport, received } = await gatewayRefusing(new Map([[text, "TOKEN_CARRIES_ROLE"]]));
    await expect(transport({ getToken }).request(PartnerDocument)).rejects.toMatchObject({
      reason: "TOKEN_CARRIES_ROLE",
    });
    expect(getToken).toHaveBeenCalledTimes(1);
    expect(received).toHaveLength(1);
  });

  test("twice ends the call; the next one asks again", async () => {
    const [old, older, fresh] = [await jwt(), await jwt(), await jwt()];
    const getToken = vi.fn().mockReturnValueOnce(old).mockReturnValueOnce(older).mockReturnValue(fresh);
    const { transport, received } = await gatewayRefusing(
      new Map([
        [old, "TOKEN_EXPIRED"],
        [older, "TOKEN_EXPIRED"],
      ]),
    );
    const { request } = transport({ getToken });
    await expect(request(PartnerDocument)).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason: "TOKEN_EXPIRED" });
    expect(received).toHaveLength(2);
    expect(await request(PartnerDocument)).toEqual(partner);
    expect(received).toHaveLength(3);
  });

  test("and given again by the callback is not sent a second time", async () => {
    const text = await jwt();
    const { transport, received } = await gatewayRefusing(new Map([[text, "TOKEN_REVOKED"]]));
    await expect(transport({ getToken: () => text }).request(PartnerDocument)).rejects.toMatchObject({
      reason: "TOKEN_REVOKED",
    });
    expect(received).toHaveLength(1);
  });

  test("is not followed by another member's: what one wrote never goes out under another's name", async () => {
    const [anna, ben] = [await jwt({ sub: "anna" }), await jwt({ sub: "ben" })];
    const getToken = vi.fn().mockReturnValueOnce(anna).mockReturnValue(ben);
    const { transport, received } = await gatewayRefusing(new Map([[anna, "TOKEN_REVOKED"]]));
    const { request } = transport({ getToken });
    await expect(request(PartnerDocument)).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason: "MEMBER_CHANGED" });
    expect(received.map(bearer)).toEqual([anna]);
    expect(await request(PartnerDocument)).toEqual(partner);
  });

  test("is not followed by a stranger's key when the member has signed out", async () => {
    const anna = await jwt({ sub: "anna" });
    const getToken = vi.fn().mockReturnValueOnce(anna).mockReturnValue(null);
    const { transport, received } = await gatewayRefusing(new Map([[anna, "TOKEN_REVOKED"]]));
    await expect(transport({ key: "pk_test", getToken }).request(PartnerDocument)).rejects.toMatchObject({
      reason: "MEMBER_CHANGED",
    });
    expect(received.map(bearer)).toEqual([anna]);
  });
});
