import { readAnswer } from "./answer.js";
import { inPage } from "./browser.js";
import { KithError } from "./errors.js";
import { retry } from "./retry.js";
import { withTimeLimit } from "./time-limit.js";
import { createTokens, type GetToken, isStale, type Token, type Tokens } from "./tokens.js";
import type { TypedDocument } from "./typed-document-string.js";

export interface TransportOptions {
  /** The gateway: `https://kith.example` or, where it does not answer at `/graphql`, the whole address. */
  endpoint: string | URL;
  /** A publishable key; on a server, a secret key. Used when there is no token. */
  key?: string | undefined;
  /** Gives the member's token; asked again shortly before it ends, and when the gateway refuses it. */
  getToken?: GetToken | undefined;
  /** With a secret key: the member to act for, `mbr_…` or `external:…`, as the `Kith-Member` header has it. */
  member?: string | undefined;
  /** Another `fetch` than the global one. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds for a call with all its retries; 30,000 unless said. */
  timeout?: number | undefined;
  /** Milliseconds for one attempt, after which another is made; 10,000 unless said. */
  attemptTimeout?: number | undefined;
  /** Milliseconds for `getToken`; 10,000 unless said. */
  tokenTimeout?: number | undefined;
  /** How often to try again what fails in passing; 3 unless said. */
  retries?: number | undefined;
}

export interface RequestOptions {
  /** Ends the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for this call with all its retries. */
  timeout?: number | undefined;
  retries?: number | undefined;
  /** For a mutation repeated later, after a reload for instance: the key of the first time. 1 to 255 visible ASCII. */
  idempotencyKey?: string | undefined;
}

// Variables may be left out when each of them may.
type Given<Variables> = {} extends Variables
  ? [variables?: Variables, options?: RequestOptions]
  : [variables: Variables, options?: RequestOptions];

/**
 * Sends one operation and gives its data. Rejects with a KithError. A mutation carries one idempotency key however often
 * it is sent, so it takes effect once.
 */
export type Request = <Result, Variables>(
  document: TypedDocument<Result, Variables>,
  ...given: Given<Variables>
) => Promise<Result>;

/** Where the gateway is and who asks it. */
export interface Access {
  readonly endpoint: string;
  readonly key: string | undefined;
  readonly member: string | undefined;
  readonly tokens: Tokens | undefined;
}

export interface Transport {
  readonly request: Request;
  /** What live updates connect with. */
  readonly access: Access;
}

/** The part that talks to the gateway, for those who send documents of their own and want nothing else. */
export function createTransport(options: TransportOptions): Transport {
  const { key, getToken, timeout = 30_000, attemptTimeout = 10_000, tokenTimeout = 10_000, retries = 3 } = options;
  if (key?.startsWith("sk_") && inPage()) throw new Error("A secret key must not reach a page: use it on your server.");
  const endpoint = addressOf(options.endpoint);
  const tokens = getToken && createTokens(getToken, tokenTimeout);

  async function send(headers: Headers, body: string, signal: AbortSignal): Promise<unknown> {
    const fetch = options.fetch ?? globalThis.fetch;
    return withTimeLimit(attemptTimeout, signal, tooLate, async (limited) => {
      try {
        return await readAnswer(await fetch(endpoint, { method: "POST", headers, body, signal: limited }));
      } catch (cause) {
        limited.throwIfAborted();
        if (cause instanceof KithError) throw cause;
        throw new KithError("UNAVAILABLE", "The gateway could not be reached.", { reason: "NETWORK", cause });
      }
    });
  }

  async function request(document: string, variables: unknown, given: RequestOptions): Promise<unknown> {
    const body = JSON.stringify({ query: document, variables });
    const idempotencyKey = given.idempotencyKey ?? (/\bmutation\b/.test(document) ? newKey() : undefined);
    const limit = given.timeout ?? timeout;
    const deadline = Date.now() + limit;
    let first: Token | null | undefined;
    let refused: { text: string; error: unknown } | undefined;

    async function attempt(signal: AbortSignal): Promise<unknown> {
      const token = (await tokens?.current()) ?? null;
      if (first === undefined) first = token;
      // Somebody else has signed in meanwhile: what one member sent must not go out under another's name.
      if (token?.subject !== first?.subject) {
        throw new KithError("UNAUTHENTICATED", "Another member has signed in.", { reason: "MEMBER_CHANGED" });
      }
      if (refused && refused.text === token?.text) throw refused.error;
      signal.throwIfAborted();
      try {
        return await send(headersFor(token?.text ?? key, options.member, idempotencyKey), body, signal);
      } catch (error) {
        if (!token || !isStale(error)) throw error;
        tokens?.refuse(token);
        if (refused) throw error;
        refused = { text: token.text, error };
        return attempt(signal);
      }
    }

    return withTimeLimit(limit, given.signal, tooLate, (signal) =>
      retry({ retries: given.retries ?? retries, deadline, signal }, () => attempt(signal)),
    );
  }

  return {
    access: { endpoint, key, member: options.member, tokens },
    request: (document, ...[variables, given = {}]) => request(String(document), variables, given) as Promise<never>,
  };
}

function addressOf(endpoint: string | URL): string {
  const url = new URL(endpoint, globalThis.location?.href);
  if (url.pathname === "/") url.pathname = "/graphql";
  return url.href;
}

function headersFor(credential: string | undefined, member: string | undefined, idempotencyKey: string | undefined) {
  const headers = new Headers({ "content-type": "application/json", accept: "application/json" });
  if (credential) headers.set("authorization", `Bearer ${credential}`);
  if (member) headers.set("kith-member", member);
  if (idempotencyKey) headers.set("idempotency-key", idempotencyKey);
  return headers;
}

/** An idempotency key. */
// Not randomUUID, which a page without TLS on a local network lacks.
export function newKey(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
}

function tooLate(): KithError {
  return new KithError("UNAVAILABLE", "The gateway took too long.", { reason: "TIMEOUT" });
}
