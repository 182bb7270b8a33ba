/** Gives a token, null while nobody is signed in; lets go when the signal says so, if it can. */
export type TokenSource = (signal: AbortSignal) => Promise<string | null> | string | null;

/** Long for a page's own server, short for someone who looks at grey boxes. */
const PATIENCE = 10_000;

/** Asks for a token until `life` ends, and for ten seconds at most. Rejects where it gets none, or what cannot be one. */
export async function askForToken(source: TokenSource, life: AbortSignal): Promise<string | null> {
  const limit = AbortSignal.any([life, AbortSignal.timeout(PATIENCE)]);
  const ended = new Promise<never>((_, reject) => {
    limit.addEventListener("abort", () => reject(limit.reason));
  });
  const token = await Promise.race([source(limit), ended]);
  // What a header can carry: anything else would be refused by the browser, in words nobody understands.
  if (token === null || (typeof token === "string" && /^[!-~]+$/.test(token))) return token;
  throw new TypeError("No token.");
}

/**
 * Asks the page's own server for the member's token: POST, with the page's cookies, answered by `{ "token": "…" }`.
 * Nobody signed in is 401, 403, 204 or a token of null; anything else that is not a token rejects.
 */
export function tokenFrom(address: string): TokenSource {
  return async (signal) => {
    const response = await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { accept: "application/json" },
      signal,
    });
    if (response.status === 401 || response.status === 403 || response.status === 204) return null;
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const { token } = (await response.json()) as { token: string | null };
    return token;
  };
}

/** Whom a token names, and at which partner; the token itself where that cannot be read. */
export function subjectOf(token: string): string {
  try {
    const { iss, sub } = JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
    return sub === undefined ? token : JSON.stringify([iss, sub]);
  } catch {
    return token;
  }
}
