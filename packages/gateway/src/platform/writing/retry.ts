import { setTimeout as wait } from "node:timers/promises";

const ATTEMPTS = 5;
/** What PostgreSQL says when two transactions met and one had to give way: serialization_failure, deadlock_detected. */
const GAVE_WAY = new Set(["40001", "40P01"]);

/** Runs it again, a few times, when the database chose it to give way; each wait is longer and at random. */
export async function retry<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !GAVE_WAY.has(sqlStateOf(error) ?? "")) throw error;
      await wait(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** PostgreSQL's five-letter code of what went wrong, if it was PostgreSQL that said so. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : undefined;
}
