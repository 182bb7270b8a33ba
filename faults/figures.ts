import type { Attempt } from "./people.ts";

/** A request is slow when it was answered, whatever with, after this long. */
const SLOW_MS = 2000;

/** What a case saw. All are counts. */
export interface Figures {
  /** Requests, or for subscriptions what should have been brought. */
  readonly asked: number;
  /** Answered with success. */
  readonly acknowledged: number;
  /** Acknowledged and not in the database. */
  readonly lost: number;
  /** In the database, or brought, more than once. */
  readonly duplicated: number;
  /** Answered otherwise than the case allows. */
  readonly failed: number;
  /** Over two seconds. */
  readonly slow: number;
  /** In a few words, what else was seen. */
  readonly note: string;
}

export interface Case {
  readonly name: string;
  /** What is done to Kith. */
  readonly what: string;
  /** Figures that must be nought. */
  readonly nought: readonly ("lost" | "duplicated" | "failed" | "slow")[];
  run(): Promise<Figures>;
}

/** What a case's attempts come to; `allowed` are the codes that are no failure here. */
export function countOf(attempts: readonly Attempt[], allowed: readonly string[] = []) {
  const outcomes = new Map<string, number>();
  for (const { outcome } of attempts) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  return {
    asked: attempts.length,
    acknowledged: outcomes.get("OK") ?? 0,
    failed: attempts.filter(({ outcome }) => outcome !== "OK" && !allowed.includes(outcome)).length,
    slow: attempts.filter(({ ms }) => ms > SLOW_MS).length,
    outcomes: [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", "),
    longest: Math.round(Math.max(0, ...attempts.map(({ ms }) => ms))),
    median: Math.round(attempts.map(({ ms }) => ms).sort((one, other) => one - other)[attempts.length >> 1] ?? 0),
  };
}
