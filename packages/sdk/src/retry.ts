import { KithError } from "./errors.js";
import { sleep } from "./time-limit.js";

const FIRST_WAIT = 250;
const LONGEST_WAIT = 8_000;

/**
 * Runs `attempt` again after failures that pass by themselves: no network, UNAVAILABLE, RATE_LIMITED. Gives up with the
 * last failure after `retries` more attempts, or at once when the wait would outlast `deadline` (as of Date.now()).
 */
export async function retry<T>(
  { retries, deadline, signal }: { retries: number; deadline: number; signal: AbortSignal },
  attempt: () => Promise<T>,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      const wait = waitBeforeRetry(error, failures, Math.random());
      if (wait === null || failures >= retries || Date.now() + wait >= deadline) throw error;
      await sleep(wait, signal);
    }
  }
}

/** Milliseconds to wait after this failure, given those before it and a random number from 0 to 1; null for never. */
export function waitBeforeRetry(error: unknown, failures: number, random: number): number | null {
  if (!(error instanceof KithError) || (error.code !== "UNAVAILABLE" && error.code !== "RATE_LIMITED")) return null;
  // Random, so that everyone who was cut off together does not come back together.
  const backoff = Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT) * (0.5 + random / 2);
  return Math.max(backoff, (error.retryAfter ?? 0) * 1_000 + random * FIRST_WAIT);
}
