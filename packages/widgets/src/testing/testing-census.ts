import type { Page } from "playwright-core";

declare global {
  interface Window {
    kithCensus: () => string[];
  }
}

/** What the page's scripts have going on: listeners on window and document, timers, calls, sockets, observers. */
export function censusOf(page: Page): Promise<string[]> {
  return page.evaluate(() => window.kithCensus());
}

/** Counts from the first script on; runs in the page, before anything of its own. */
export function takeCensus(): void {
  const going = new Map<object, string>();
  window.kithCensus = () => [...going.values()].toSorted();

  const listened: { target: EventTarget; type: string; listener: unknown; capture: boolean; entry: object }[] = [];
  const captureOf = (options: unknown) =>
    typeof options === "object" && options !== null ? Boolean((options as AddEventListenerOptions).capture) : !!options;
  const find = (target: EventTarget, type: string, listener: unknown, capture: boolean) =>
    listened.findIndex(
      (one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );
  const drop = (index: number) => {
    const [one] = index < 0 ? [] : listened.splice(index, 1);
    if (one) going.delete(one.entry);
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const capture = captureOf(options);
    if ((target === window || target === document) && find(target, type, listener, capture) < 0) {
      const entry = { target, type, listener, capture, entry: {} };
      listened.push(entry);
      going.set(entry.entry, `${target === window ? "window" : "document"} ${type}`);
      const { signal, once } = typeof options === "object" && options !== null ? options : {};
      const gone = () => drop(listened.indexOf(entry));
      if (signal) addEventListener.call(signal, "abort", gone);
      if (once) addEventListener.call(target, type, gone, { capture, once: true });
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    drop(find(target, type, listener, captureOf(options)));
    return removeEventListener.call(target, type, listener, options);
  };

  const timers = new Map<number, object>();
  const endTimer = (id: number | undefined) => {
    const entry = timers.get(id ?? 0);
    if (entry) going.delete(entry);
    timers.delete(id ?? 0);
  };
  const { setTimeout, clearTimeout, setInterval, clearInterval, fetch } = window;
  window.setTimeout = ((work: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    const run = () => {
      endTimer(id);
      work(...given);
    };
    const id = setTimeout(run, ms);
    const entry = {};
    timers.set(id, entry);
    going.set(entry, `timeout ${ms}`);
    return id;
  }) as typeof window.setTimeout;
  window.setInterval = ((work: () => void, ms?: number) => {
    const id = setInterval(work, ms);
    const entry = {};
    timers.set(id, entry);
    going.set(entry, `interval ${ms}`);
    return id;
  }) as typeof window.setInterval;
  window.clearTimeout = (id) => {
    endTimer(Number(id));
    clearTimeout(id);
  };
  window.clearInterval = (id) => {
    endTimer(Number(id));
    clearInterval(id);
  };

  window.fetch = (...given) => {
    const entry = {};
    going.set(entry, `fetch ${String(given[0] instanceof Request ? given[0].url : given[0])}`);
    return fetch(...given).finally(() => going.delete(entry));
  };

  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      going.set(this, `socket ${address}`);
      addEventListener.call(this, "close", () => going.delete(this));
    }
  };
  window.EventSource = class extends EventSource {
    constructor(address: string | URL, options?: EventSourceInit) {
      super(address, options);
      going.set(this, `stream ${address}`);
    }
    override close(): void {
      super.close();
      going.delete(this);
    }
  };

  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"] as const) {
    const { observe, disconnect } = window[name].prototype as MutationObserver;
    Object.assign(window[name].prototype, {
      observe(this: MutationObserver, ...given: Parameters<MutationObserver["observe"]>) {
        going.set(this, name);
        return observe.apply(this, given);
      },
      disconnect(this: MutationObserver) {
        going.delete(this);
        disconnect.call(this);
      },
    });
  }
}
