import type { Request } from "@kith/sdk";
import type { Follow } from "./follow.js";

/** Who uses this page, as far as the elements know. */
export type Session =
  /** No `<kith-session>` stands on the page (yet). */
  | { readonly status: "NONE" }
  /** The page's own server is being asked for a token. */
  | { readonly status: "CONNECTING" }
  /** One object per member: a new one when somebody else signs in. `subject` is whom the token names. */
  | { readonly status: "SIGNED_IN"; readonly subject: string; readonly request: Request; readonly follow: Follow }
  | { readonly status: "SIGNED_OUT" }
  /** There was no telling: the token could not be fetched. */
  | { readonly status: "FAILED"; readonly error: unknown; retry(): void };

interface Shared {
  readonly offered: Map<object, Session>;
  readonly listeners: Set<() => void>;
}

declare global {
  var kithSessions1: Shared | undefined;
}

const NONE: Session = { status: "NONE" };

// On the page and not in this module: a page may hold two versions of this script, each with elements of its own.
globalThis.kithSessions1 ??= { offered: new Map(), listeners: new Set() };
const { offered, listeners } = globalThis.kithSessions1;

/** The page's session: that of the `<kith-session>` which came first. */
export function currentSession(): Session {
  return offered.values().next().value ?? NONE;
}

/** Calls `listener` after each change; returns what stops it. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For `<kith-session>`: offers a session, or with null takes it back. */
export function offerSession(owner: object, session: Session | null): void {
  const before = currentSession();
  if (session) offered.set(owner, session);
  else offered.delete(owner);
  if (currentSession() !== before) for (const listener of [...listeners]) listener();
}
