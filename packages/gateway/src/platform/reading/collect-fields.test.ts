import { buildSchema, type FieldNode, type GraphQLObjectType, Kind, parse, print } from "graphql";
import { expect, test } from "vitest";
import { type Asked, collectFields } from "./collect-fields.js";

const schema = buildSchema(`
  interface Node { id: ID! }
  union Found = Offer | Person
  type Person implements Node { id: ID!, name: String }
  type Offer implements Node { id: ID!, title: String, author: Person, authors(first: Int): [Person] }
  type Query { node: Node, found: Found, offer: Offer }
`);
const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType;

/** The response keys that `type` gets at the operation's first field, each with its nodes. */
function collect(source: string, type = "Offer", variables: Record<string, unknown> = {}) {
  const document = parse(source);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [])),
  );
  const operation = document.definitions.find((part) => part.kind === Kind.OPERATION_DEFINITION)!;
  const asked: Asked = { schema, fragments, variables };
  const [root] = operation.selectionSet.selections as FieldNode[];
  const groups = collectFields(asked, typeOf(type), [root!.selectionSet]);
  return { asked, groups, keys: [...groups.keys()] };
}

test("a key asked for by several fragments keeps every node, so that what they ask below is merged", () => {
  const { asked, groups } = collect(`{ node {
    ... on Node { ... on Offer { author { id } } }
    ...A
    ... on Offer { author { again: name } }
  } } fragment A on Offer { author { name } }`);
  const authors = groups.get("author")!;
  expect(authors).toHaveLength(3);
  const below = collectFields(
    asked,
    typeOf("Person"),
    authors.map((node) => node.selectionSet),
  );
  expect([...below.keys()]).toEqual(["id", "name", "again"]);
});

test("fragments of other types do not leak into a type", () => {
  const source = "{ found { ... on Person { name } ... on Offer { title } ... on Node { id } ... { __typename } } }";
  expect(collect(source).keys).toEqual(["title", "id", "__typename"]);
  expect(collect(source, "Person").keys).toEqual(["name", "id", "__typename"]);
});

test("a fragment skipped once and spread again is not taken for visited", () => {
  const source = "query($t: Boolean!) { offer { ...F @skip(if: $t) ...F } } fragment F on Offer { title }";
  expect(collect(source, "Offer", { t: true }).keys).toEqual(["title"]);
});

test("skip wins over include, on fields, spreads and inline fragments alike", () => {
  const source = `query($t: Boolean!, $f: Boolean!) { offer {
    a: title @skip(if: $t) @include(if: $t)
    b: title @include(if: $f)
    c: title @skip(if: $f) @include(if: $t)
    ... @include(if: $f) { d: title }
    ... @skip(if: $f) { e: title }
    ...F @include(if: $f)
  } } fragment F on Offer { f: title }`;
  expect(collect(source, "Offer", { t: true, f: false }).keys).toEqual(["c", "e"]);
});

test("keys are response keys: one field under two aliases stays two", () => {
  const { groups } = collect("{ offer { a: authors(first: 1) { id } b: authors(first: 2) { id } id: title } }");
  expect([...groups].map(([key, [node]]) => `${key} ${print(node).split(" {")[0]}`)).toEqual([
    "a a: authors(first: 1)",
    "b b: authors(first: 2)",
    "id id: title",
  ]);
});

test("keys come in the order in which they are first met", () => {
  expect(collect("{ offer { title ...F id } } fragment F on Offer { id author { id } title }").keys).toEqual([
    "title",
    "id",
    "author",
  ]);
});
