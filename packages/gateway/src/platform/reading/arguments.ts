import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from "graphql";
import { badArgument, type Spot } from "./bad-argument.js";
import { type FromRun, Placeholder, type Run } from "./placeholder.js";
import { isOpen } from "./shape.js";

/** Arguments as a selection meets them: see `Bound`. */
export type BoundArguments = Readonly<Record<string, unknown>>;
export type Check = (run: Run) => void;

/** Turns what a field was given into placeholders, and keeps what must be asked of each value before it is sent. */
export class Binder {
  constructor(
    readonly variables: Run["variables"],
    readonly checks: Check[],
  ) {}

  /** Mirrors `current`: a part that is absent or null stays so, a boolean stays itself, all else is read at each run. */
  value(current: unknown, read: FromRun, spot: Spot, name = ""): unknown {
    if (current === undefined || current === null || typeof current === "boolean") return current;
    if (!isOpen(current)) return this.#placeholder(read, spot, name);
    const bound: Record<string, unknown> = {};
    for (const part of Object.keys(current)) {
      const readPart: FromRun = (run) => (read(run) as Record<string, unknown>)[part];
      bound[part] = this.value(current[part], readPart, spot, name ? `${name}.${part}` : part);
    }
    return bound;
  }

  /** The arguments of a field below the root. Defaults apply as the specification says. */
  field(field: GraphQLField<unknown, unknown>, node: FieldNode, spot: Spot): BoundArguments {
    const bound: Record<string, unknown> = {};
    for (const argument of field.args) {
      const given = node.arguments?.find((one) => one.name.value === argument.name);
      bound[argument.name] = this.#node(argument, given?.value, spot, argument.name);
    }
    return bound;
  }

  #node(
    slot: Pick<GraphQLArgument, "type" | "defaultValue">,
    node: ValueNode | undefined,
    spot: Spot,
    name: string,
  ): unknown {
    const fallback = () => this.value(slot.defaultValue, () => slot.defaultValue, spot, name);
    if (!node) return fallback();
    if (node.kind === Kind.VARIABLE) {
      const variable = node.name.value;
      if (!Object.hasOwn(this.variables, variable)) return fallback();
      const current = this.variables[variable];
      if (current === null && isNonNullType(slot.type)) throw badArgument(spot, name, "REQUIRED");
      return this.value(current, (run) => run.variables[variable], spot, name);
    }
    if (node.kind === Kind.NULL) return null;
    if (node.kind === Kind.BOOLEAN) return node.value;
    const type: GraphQLInputType = getNullableType(slot.type);
    if (isInputObjectType(type) && node.kind === Kind.OBJECT) {
      const bound: Record<string, unknown> = {};
      for (const part of Object.values(type.getFields())) {
        const given = node.fields.find((one) => one.name.value === part.name);
        bound[part.name] = this.#node(part, given?.value, spot, `${name}.${part.name}`);
      }
      return bound;
    }
    return this.#placeholder((run) => valueFromAST(node, type, run.variables as Record<string, unknown>), spot, name);
  }

  #placeholder(read: FromRun, spot: Spot, name: string): Placeholder {
    this.checks.push((run) => {
      if (isNoText(read(run))) throw badArgument(spot, name, "NOT_TEXT");
    });
    return new Placeholder(read);
  }
}

const NO_TEXT = /[\0\p{Cs}]/u;

/**
 * PostgreSQL's text cannot hold U+0000, so that no row can match it: refused here, it is no failure there. Half of a
 * surrogate pair would be sent as U+FFFD, and match what was written so.
 */
function isNoText(value: unknown): boolean {
  if (typeof value === "string") return NO_TEXT.test(value);
  return Array.isArray(value) && value.some(isNoText);
}
