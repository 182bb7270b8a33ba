import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import { LRUCache } from "lru-cache";
import { fault } from "./errors.js";
import { tooManyFields } from "./limit-rules.js";
import { LIMITS } from "./limits.js";

const PAGE = 20;
const LARGEST_PAGE = 100;
/** Counting walks rows that no page shows: up to 1000. */
const TOTAL_COUNT = 25;
/** A list that is not paged is short, or made by a rule and not by rows. */
const LIST = 10;
/** A mutation locks, checks and writes before it reads. */
const MUTATION = 10;
const PRICES_KEPT = 200;
/** Parts of a connection that read no row of their own. */
const WRAPPERS = new Set(["edges", "pageInfo"]);

type Variables = Readonly<Record<string, unknown>>;

/**
 * What an operation may cost, in rows it may make PostgreSQL read: each object one, times the page sizes it stands
 * under. Counted once per document and page sizes; a repeat only looks it up. Throws QUERY_TOO_COSTLY with the figures.
 */
export function pricing(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  const fragments = fragmentsOf(document);
  const deciding = decidingVariables(document);
  const prices = new LRUCache<string, number>({ max: PRICES_KEPT });

  return function checkPrice(variables: Variables): void {
    const key = JSON.stringify(deciding.map((name) => sizeOf(variables[name])));
    let cost = prices.get(key);
    if (cost === undefined) {
      // Variables that do not fit are for the executor to refuse, with their place.
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
      if (errors) return;
      cost = price(schema, document, operation, fragments, variables);
      prices.set(key, cost);
    }
    if (cost > LIMITS.cost) {
      throw fault("QUERY_TOO_COSTLY", { reason: "TOO_COSTLY", figures: { cost, limit: LIMITS.cost } });
    }
  };
}

function price(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): number {
  try {
    const operationName = operation.name?.value;
    const estimators = [estimator(schema, fragments)];
    const named = operationName === undefined ? {} : { operationName };
    return getComplexity({ schema, query, estimators, variables: { ...variables }, ...named });
  } catch {
    // Document and variables fit, so this one unfolds into too many fields to count.
    throw tooManyFields();
  }
}

function estimator(schema: GraphQLSchema, fragments: Fragments): ComplexityEstimator {
  const mutation = schema.getMutationType();
  return ({ type, field, node, args, childComplexity }) => {
    if (field.name.startsWith("__") || !isCompositeType(getNamedType(field.type))) return 0;
    if (WRAPPERS.has(field.name)) return childComplexity;
    if (type === mutation) return MUTATION + childComplexity;
    if (field.args.some(({ name }) => name === "first")) {
      const size = pageSize(args.first ?? args.last);
      const counted = asksFor(node.selectionSet, "totalCount", fragments) ? TOTAL_COUNT : 0;
      return 1 + counted + size * childComplexity;
    }
    if (Array.isArray(args.ids)) return 1 + pageSize(args.ids.length) * (1 + childComplexity);
    if (isListType(getNullableType(field.type)) && field.name !== "nodes") return 1 + LIST * childComplexity;
    return 1 + childComplexity;
  };
}

/** A size out of range is refused where it is used, with its field; here it counts as one that would be allowed. */
function pageSize(asked: unknown): number {
  return typeof asked === "number" ? Math.min(Math.max(asked, 1), LARGEST_PAGE) : PAGE;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return new Map(
    definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [])),
  );
}

function asksFor(set: SelectionSetNode | undefined, name: string, fragments: Fragments): boolean {
  return (
    set?.selections.some((node) => {
      if (node.kind === Kind.FIELD) return node.name.value === name;
      if (node.kind === Kind.INLINE_FRAGMENT) return asksFor(node.selectionSet, name, fragments);
      return asksFor(fragments.get(node.name.value)?.selectionSet, name, fragments);
    }) ?? false
  );
}

/** Variables on which a price depends: page sizes, how many ids, and what is skipped. */
function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const note = (value: FieldNode["arguments"]) => {
    for (const argument of value ?? []) {
      if (argument.value.kind === Kind.VARIABLE && DECIDING.has(argument.name.value))
        names.add(argument.value.name.value);
    }
  };
  visit(document, {
    Field: ({ arguments: given }) => note(given),
    Directive: ({ arguments: given }) => note(given),
  });
  return [...names];
}
const DECIDING = new Set(["first", "last", "ids", "if"]);

/** Of a list only its length matters; of all else its value, if it is one that could decide anything. */
function sizeOf(value: unknown): unknown {
  if (Array.isArray(value)) return ["of", value.length];
  return typeof value === "number" || typeof value === "boolean" ? value : value === undefined ? "absent" : null;
}
