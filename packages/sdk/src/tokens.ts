import { KithError } from "./errors.js";
import { withTimeLimit } from "./time-limit.js";

/** Gives the member's token, from the partner's own server; null while nobody is signed in. */
export type GetToken = () => Promise<string | null> | string | null;

export interface Token {
  readonly text: string;
  /** Whom it names, where it can be read. */
  readonly subject: string | null;
  /** As of Date.now(). */
  readonly keepUntil: number;
}

export interface Tokens {
  /** The token to use now: one call of `getToken` serves all who ask meanwhile. */
  readonly current: () => Promise<Token | null>;
  /** The gateway refused this token: the next `current` asks for another. */
  readonly refuse: (token: Token) => void;
}

/** Keeps what `getToken` gave until shortly before it ends. A failing or hanging `getToken` is UNAUTHENTICATED. */
export function createTokens(getToken: GetToken, timeout: number, now: () => number = Date.now): Tokens {
  let kept: Token | null = null;
  let coming: Promise<Token | null> | null = null;

  async function ask(): Promise<Token | null> {
    try {
      const text = await withTimeLimit(timeout, undefined, tooLate, async () => getToken());
      if (text !== null && (typeof text !== "string" || !text)) throw new TypeError("getToken gave no token");
      kept = text === null ? null : readToken(text, now());
      return kept;
    } catch (cause) {
      throw new KithError("UNAUTHENTICATED", "getToken gave no token.", { reason: "TOKEN_CALLBACK", cause });
    } finally {
      coming = null;
    }
  }

  return {
    async current() {
      if (kept && now() < kept.keepUntil) return kept;
      coming ??= ask();
      return coming;
    },
    refuse(token) {
      if (kept === token) kept = null;
    },
  };
}

/** Reads a token without verifying it. One that is no JWT is kept until it is refused. */
export function readToken(text: string, receivedAt: number): Token {
  const { iss, sub, iat = receivedAt / 1_000, exp } = claimsOf(text);
  // Counted from receipt by its own length: the device's clock may be hours away from the one that wrote `exp`.
  const life = (Number(exp) - Number(iat)) * 1_000;
  const keepUntil = life > 0 ? receivedAt + life - Math.min(60_000, life / 10) : Infinity;
  return { text, subject: sub === undefined ? null : JSON.stringify([iss, sub]), keepUntil };
}

/** Whether another token might be taken. Also one whose signing key has been retired, which is merely invalid. */
export function isStale(error: unknown): boolean {
  return error instanceof KithError && /^TOKEN_(EXPIRED|REVOKED|INVALID)$/.test(error.reason ?? "");
}

function claimsOf(text: string): Record<string, unknown> {
  try {
    const payload = text.split(".")[1] ?? "";
    return Object(JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))));
  } catch {
    return {};
  }
}

function tooLate(): Error {
  return new Error("getToken took too long");
}
