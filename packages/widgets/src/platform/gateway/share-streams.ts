import { type Access, createLive, ExchangeChangedDocument, SupportOfferChangedDocument } from "@kith/sdk";
import type { Stream } from "../session/follow.js";

/** Calls `changed` after each change in a stream, until the signal ends it. */
export type FollowUntil = (stream: Stream, changed: () => void, signal: AbortSignal) => void;

const DOCUMENTS = { EXCHANGES: ExchangeChangedDocument, OFFERS: SupportOfferChangedDocument } as const;
// A page in the background for longer than this holds no connection: on return everything is read again anyway.
const HIDDEN_FOR = 60_000;

/**
 * One stream of each kind for all elements of a page, over one connection: opened for the first that follows it, ended
 * after the last. Where it cannot be had nothing is said: the elements read again when someone returns to the page.
 */
export function shareStreams(access: Access, life: AbortSignal): FollowUntil {
  const live = createLive(access);
  const listeners = new Map<Stream, Set<() => void>>();
  const running = new Map<Stream, AbortController>();
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let barred = false;
  let watching: AbortController | null = null;

  async function run(stream: Stream, signal: AbortSignal): Promise<void> {
    for await (const _ of live(DOCUMENTS[stream], {}, { signal })) {
      for (const changed of [...(listeners.get(stream) ?? [])]) changed();
    }
  }

  function start(stream: Stream): void {
    if (running.has(stream) || barred || life.aborted) return;
    const stop = new AbortController();
    running.set(stream, stop);
    run(stream, stop.signal)
      .catch(() => {})
      // Refused for good: tried again when someone returns to the page, and not before.
      .finally(() => {
        if (running.get(stream) === stop) running.delete(stream);
      });
  }

  function stop(stream: Stream): void {
    running.get(stream)?.abort();
    running.delete(stream);
  }

  function stopAll(): void {
    for (const stream of [...running.keys()]) stop(stream);
  }

  /** The page's policy lets no socket through, and would say so again at each try. */
  function onViolation({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
    if (effectiveDirective !== "connect-src" || !/^wss?:/.test(blockedURI)) return;
    barred = true;
    stopAll();
  }

  function onVisibility(): void {
    clearTimeout(hiding);
    if (document.visibilityState === "visible") for (const stream of listeners.keys()) start(stream);
    else hiding = setTimeout(stopAll, HIDDEN_FOR);
  }

  /** Only while somebody follows: a session whose elements have all left the page leaves nothing going on. */
  function watch(): void {
    if (watching) return;
    watching = new AbortController();
    const signal = AbortSignal.any([life, watching.signal]);
    document.addEventListener("visibilitychange", onVisibility, { signal });
    document.addEventListener("securitypolicyviolation", onViolation, { signal });
  }

  function unwatch(): void {
    watching?.abort();
    watching = null;
    clearTimeout(hiding);
  }

  life.addEventListener("abort", () => {
    unwatch();
    stopAll();
  });

  return (stream, changed, signal) => {
    if (signal.aborted) return;
    const others = listeners.get(stream) ?? new Set();
    listeners.set(stream, others.add(changed));
    watch();
    start(stream);
    signal.addEventListener("abort", () => {
      others.delete(changed);
      if (others.size) return;
      listeners.delete(stream);
      stop(stream);
      if (!listeners.size) unwatch();
    });
  };
}
