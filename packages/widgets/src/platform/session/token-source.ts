import type { GetToken } from "@kith/sdk";

/**
 * Asks the page's own server for the member's token: POST, with the page's cookies, answered by `{ "token": "…" }`.
 * Nobody signed in is 401, 403, 204 or a token of null; anything else that is not a token rejects.
 */
export function tokenFrom(address: string): GetToken {
  return async () => {
    const response = await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { accept: "application/json" },
    });
    if (response.status === 401 || response.status === 403 || response.status === 204) return null;
    if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
    const { token } = (await response.json()) as { token?: unknown };
    if (token === null || (typeof token === "string" && token)) return token;
    throw new TypeError(`${address} answered without a token.`);
  };
}

/** Whom a token names; the token itself where that cannot be read. */
export function subjectOf(token: string): string {
  try {
    const claims = token.split(".")[1] ?? "";
    return String(JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/"))).sub ?? token);
  } catch {
    return token;
  }
}
