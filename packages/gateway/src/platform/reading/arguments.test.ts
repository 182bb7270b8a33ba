import {
  buildSchema,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import { expect, test } from "vitest";
import { Binder, type Check } from "./arguments.js";
import { Placeholder, type Run } from "./placeholder.js";

const schema = buildSchema(`
  enum Kind { EMOTIONAL INFORMATIONAL }
  input Inner { kinds: [Kind!], open: Boolean = true, text: String }
  input Filter { kind: Kind, inner: Inner, openOnly: Boolean }
  type Query { offers(first: Int, kind: Kind = EMOTIONAL, kinds: [Kind!], filter: Filter, days: Int! = 28, open: Boolean): Int }
`);
const field = (schema.getType("Query") as GraphQLObjectType).getFields().offers!;

/** What a selection would meet: placeholders shown as what they read. */
function bind(source: string, given: Record<string, unknown> = {}) {
  const document = parse(source);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!coerced) throw errors;
  const node = operation.selectionSet.selections[0] as FieldNode;
  const checks: Check[] = [];
  const bound = new Binder(coerced, checks).field(field, node, { path: ["offers"], nodes: [node] });
  const run = { variables: coerced } as unknown as Run;
  const read = (value: unknown): unknown => {
    if (value instanceof Placeholder) return ["read", value.read(run)];
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([name, part]) => [name, read(part)]),
    );
  };
  return { bound: read(bound), check: () => checks.forEach((check) => check(run)) };
}

test("a literal and a variable reach the SQL the same way: as a parameter", () => {
  expect(bind("{ offers(first: 3, kind: INFORMATIONAL) }").bound).toEqual({
    first: ["read", 3],
    kind: ["read", "INFORMATIONAL"],
    days: ["read", 28],
  });
  expect(bind("query($n: Int) { offers(first: $n) }", { n: 3 }).bound).toEqual({
    first: ["read", 3],
    kind: ["read", "EMOTIONAL"],
    days: ["read", 28],
  });
});

test("null, absent and defaulted stay apart", () => {
  const source = "query($k: Kind) { offers(kind: $k) }";
  expect(bind(source).bound).toMatchObject({ kind: ["read", "EMOTIONAL"] });
  expect(bind(source, { k: null }).bound).toMatchObject({ kind: null });
  expect(bind("{ offers(kind: null) }").bound).toMatchObject({ kind: null });
  expect(bind("query($k: Kind = INFORMATIONAL) { offers(kind: $k) }").bound).toMatchObject({
    kind: ["read", "INFORMATIONAL"],
  });
});

test("input objects open, wherever their parts come from, and a boolean is itself", () => {
  const { bound } = bind(
    "query($k: Kind, $i: Inner, $o: Boolean) { offers(filter: { kind: $k, inner: $i, openOnly: $o }, open: false) }",
    {
      k: "EMOTIONAL",
      i: { kinds: ["EMOTIONAL"], text: null },
      o: true,
    },
  );
  expect(bound).toMatchObject({
    filter: {
      kind: ["read", "EMOTIONAL"],
      inner: { kinds: ["read", ["EMOTIONAL"]], open: true, text: null },
      openOnly: true,
    },
    open: false,
  });
  expect(bind("query($f: Filter) { offers(filter: $f) }", { f: { inner: {} } }).bound).toMatchObject({
    filter: { inner: { open: true } },
  });
  expect(bind("{ offers(filter: { inner: {} }) }").bound).toMatchObject({ filter: { inner: { open: true } } });
});

test("a list is one parameter, also when it was given as one value or holds variables", () => {
  expect(bind("{ offers(kinds: EMOTIONAL) }").bound).toMatchObject({ kinds: ["read", ["EMOTIONAL"]] });
  expect(bind("query($k: Kind!) { offers(kinds: [$k, EMOTIONAL]) }", { k: "INFORMATIONAL" }).bound).toMatchObject({
    kinds: ["read", ["INFORMATIONAL", "EMOTIONAL"]],
  });
});

test("a variable that is null where null cannot be is an error of that argument", () => {
  expect(() => bind("query($d: Int) { offers(days: $d) }", { d: null })).toThrow(GraphQLError);
  expect(bind("query($d: Int) { offers(days: $d) }").bound).toMatchObject({ days: ["read", 28] });
});

test("text that PostgreSQL cannot hold is refused with the argument's path, wherever it hides", () => {
  const { check } = bind("query($f: Filter) { offers(filter: $f) }", { f: { inner: { text: "a\u0000b" } } });
  expect(check).toThrow(
    expect.objectContaining({
      path: ["offers"],
      extensions: { code: "BAD_INPUT", field: "filter.inner.text", reason: "NOT_TEXT" },
    }),
  );
  expect(bind('{ offers(filter: { inner: { text: "fine" } }) }').check).not.toThrow();
});
