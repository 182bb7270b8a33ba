// Timers take 31 bits; a longer one would fire at once.
const LONGEST = 2 ** 31 - 1;

/**
 * Runs `work` until it settles, the caller's signal aborts (rejects with that signal's reason), or `ms` have passed
 * (rejects with what `late` makes). The signal `work` gets ends with it, so that nothing goes on behind one's back.
 */
export async function withTimeLimit<T>(
  ms: number,
  outer: AbortSignal | undefined,
  late: () => unknown,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const inner = new AbortController();
  const pass = () => inner.abort(outer?.reason);
  const timer = setTimeout(() => inner.abort(late()), Math.min(ms, LONGEST));
  outer?.addEventListener("abort", pass);
  try {
    return await Promise.race([work(inner.signal), ended(inner.signal)]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", pass);
  }
}

/** Waits `ms`, or rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}
