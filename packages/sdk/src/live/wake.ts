export interface Pause {
  /** Settles when the time has passed or the pause was ended. */
  readonly over: Promise<void>;
  readonly end: () => void;
}

export function pauseFor(ms: number): Pause {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    end = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { over, end };
}

/** Calls back when the device has a network again, or the page is looked at again; gives how to stop that. */
export function onWake(listener: () => void): () => void {
  const { document: page } = globalThis as { document?: Document };
  const seen = () => {
    if (page?.visibilityState === "visible") listener();
  };
  const stop = new AbortController();
  const { signal } = stop;
  // Neither is everywhere: a worker has no document, and Node has no such events.
  globalThis.addEventListener?.("online", listener, { signal });
  page?.addEventListener("visibilitychange", seen, { signal });
  return () => stop.abort();
}
