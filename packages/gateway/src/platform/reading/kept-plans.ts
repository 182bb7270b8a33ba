import { createHash } from "node:crypto";
import type { GraphQLResolveInfo, OperationDefinitionNode } from "graphql";
import type { Statement } from "../database/database.js";
import type { Check } from "./arguments.js";
import { type FromRun, Placeholder, type Run } from "./placeholder.js";
import { shapeOf } from "./shape.js";

/** What compiling gives: SQL, its parameters in order, and what to ask of the values before any is sent. */
export interface Compiled {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly checks: readonly Check[];
}
interface Plan {
  readonly text: string;
  readonly values: readonly FromRun[];
  readonly checks: readonly Check[];
  used: boolean;
  name: string | undefined;
}

/** For each operation: a client that varies what it leaves out gains nothing beyond these. */
const MOST_SHAPES = 64;
/** PostgreSQL keeps every named statement on every connection. */
const MOST_NAMES = 500;

/** Statements as they were compiled, kept as long as the operation's own document is. */
export class Plans {
  readonly #kept = new WeakMap<OperationDefinitionNode, Map<string, Plan>>();
  readonly #names = new Set<string>();
  readonly #sources = new WeakMap<object, number>();
  #sourcesSeen = 0;

  /**
   * The statement of one root field. Its plan is kept by operation, response key, what is read and how, kind of viewer,
   * and the shapes of what the resolver handed over and of ALL the operation's variables: which of them a field depends
   * on is itself up to @skip and @include, so nothing less than all is safe.
   */
  statement(info: GraphQLResolveInfo, source: object, how: string, run: Run, compile: () => Compiled): Statement {
    let plans = this.#kept.get(info.operation);
    if (!plans) this.#kept.set(info.operation, (plans = new Map()));
    let key = `${info.path.key} ${this.#number(source)} ${how} ${run.viewer.kind} ${shapeOf(run.given)}`;
    const defined = info.operation.variableDefinitions;
    if (defined) for (const { variable } of defined) key += ` ${shapeOf(run.variables[variable.name.value])}`;
    let plan = plans.get(key);
    if (plan) this.#name(plan);
    else {
      plan = planOf(compile());
      if (plans.size >= MOST_SHAPES) plans.delete(plans.keys().next().value!);
      plans.set(key, plan);
    }
    for (const check of plan.checks) check(run);
    return { text: plan.text, values: plan.values.map((value) => value(run)), name: plan.name };
  }

  /** A resolver may choose between selections by something that no variable shows. */
  #number(source: object): number {
    let number = this.#sources.get(source);
    if (number === undefined) this.#sources.set(source, (number = this.#sourcesSeen++));
    return number;
  }

  /** A second use earns a name, by which PostgreSQL need not parse and plan again. */
  #name(plan: Plan): void {
    if (plan.used) return;
    plan.used = true;
    const name = createHash("sha256").update(plan.text).digest("base64url");
    if (this.#names.has(name) || this.#names.size < MOST_NAMES) {
      this.#names.add(name);
      plan.name = name;
    }
  }
}

const planOf = ({ text, parameters, checks }: Compiled): Plan => ({
  text,
  values: parameters.map((value) => (value instanceof Placeholder ? value.read : () => value)),
  checks,
  used: false,
  name: undefined,
});
