import { type Expression, ValueNode } from "kysely";
import type { Viewer } from "../identity/viewer.js";

/** What differs between two runs of one plan. */
export interface Run {
  readonly viewer: Viewer;
  /** What the resolver handed over. */
  readonly given: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
}
export type FromRun = (run: Run) => unknown;

/**
 * A parameter whose value is read when the plan runs. It is an object and itself an expression: a marker text could be
 * sent by a client, and one wrapped as a value would be frozen into the plan.
 */
export class Placeholder<T = unknown> implements Expression<T> {
  constructor(readonly read: FromRun) {}
  get expressionType(): T | undefined {
    return undefined;
  }
  toOperationNode(): ValueNode {
    return ValueNode.create(this);
  }
}
