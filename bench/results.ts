import type { OperationName } from "./operations.ts";
import type { ServerName } from "./servers.ts";

/** A round of load; the server's own processor time in ms an answer (PostgreSQL's is not in it). */
export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

/** Round n of one is to be compared with round n of another: they were measured one after the other. */
export type Rounds = readonly Measured[];

export interface Load {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

export interface Subscriptions {
  readonly subscribers: number;
  /** Milliseconds from asking for a new offer until the first and the last subscriber have it, of each offer. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Of the gateway, the most it ever took, in MB. */
  readonly memory: number;
}

/** What was measured, as `results.json` keeps it. A partial run has a part of it. */
export interface Results {
  /** A day. */
  readonly on: string;
  readonly load: Load;
  readonly operations?: Partial<Record<OperationName, Partial<Record<ServerName, Rounds>>>>;
  /** Of the gateway, in MB: before load, and the most it ever took. */
  readonly memory?: { readonly idle: number; readonly loaded: number };
  /** Milliseconds from starting a built gateway on a running database to its first answer. */
  readonly startUp?: number;
  readonly websockets?: Subscriptions;
  readonly eventStreams?: Subscriptions;
  /** Bytes, minified and gzipped. */
  readonly sizes?: readonly { readonly name: string; readonly bytes: number; readonly most: number }[];
  /** By `--large`, on its own day. */
  readonly large?: {
    readonly on: string;
    readonly load: Load;
    /** Seconds. */
    readonly loading: number;
    readonly operations: Partial<Record<OperationName, { readonly normal: Rounds; readonly large: Rounds }>>;
  };
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** The median of what each round says: what the machine does between rounds is in both sides of each. */
export const ratio = (some: Rounds, others: Rounds, figure: keyof Measured = "perSecond"): number =>
  median(some.map((round, i) => round[figure] / (others[i] as Measured)[figure]));

export const medianOf = (rounds: Rounds, figure: keyof Measured): number =>
  median(rounds.map((round) => round[figure]));
