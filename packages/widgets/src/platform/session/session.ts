import type { Request } from "@kith/sdk";
import type { WordOverrides } from "../words/overrides.js";
import type { Follow } from "./follow.js";
import type { Forgetting } from "./forgetting.js";

/** Who uses this page, as far as the elements know. */
export type Session =
  /** No `<kith-session>` stands on the page (yet). */
  | { readonly status: "NONE" }
  /** The page's own server is being asked for a token. */
  | { readonly status: "CONNECTING" }
  | SignedIn
  | { readonly status: "SIGNED_OUT" }
  /** There was no telling: the token could not be fetched. */
  | { readonly status: "FAILED"; readonly error: unknown; retry(): void };

/** One object per member: a new one when somebody else signs in. */
export interface SignedIn {
  readonly status: "SIGNED_IN";
  /** Whom the token names, and at which partner. */
  readonly subject: string;
  readonly request: Request;
  readonly follow: Follow;
}

/** What a `<kith-session>` brings to a page. */
interface Offer {
  readonly session: Session;
  /** The page's own words in place of ours. */
  readonly words: WordOverrides | null;
}

interface Shared extends Forgetting {
  readonly offered: Map<object, Offer>;
  readonly listeners: Set<() => void>;
}

declare global {
  var kithSessions1: Shared | undefined;
}

const NOTHING: Offer = { session: { status: "NONE" }, words: null };

// On the page and not in this module: a page may hold two versions of this script, each with elements of its own.
globalThis.kithSessions1 ??= {
  offered: new Map(),
  listeners: new Set(),
  waiting: new Set(),
  times: 0,
};
export const forgetting: Forgetting = globalThis.kithSessions1;
const { offered, listeners } = globalThis.kithSessions1;

/** What the page's `<kith-session>` brings: of several, the one which came first. */
export function currentOffer(): Offer {
  return offered.values().next().value ?? NOTHING;
}

/** Calls `listener` after each change; returns what stops it. */
export function onOfferChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For `<kith-session>`: what it brings, or with null nothing any more. */
export function offer(owner: object, its: Offer | null): void {
  const before = currentOffer();
  if (its) offered.set(owner, its);
  else offered.delete(owner);
  if (currentOffer() !== before) for (const listener of [...listeners]) listener();
}
