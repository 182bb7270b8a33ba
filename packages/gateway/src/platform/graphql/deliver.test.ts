import { buildSchema, execute, parse } from "graphql";
import { expect, test } from "vitest";
import { answersAtRoot, introspects, readPlainly } from "./deliver.js";

const sdl = `
  interface Node { id: ID! }
  type Person implements Node { id: ID!, name: String }
  type Query { person: Person, people: [Person]!, node: Node, ping: String, must: Person! }
  type Mutation { change(by: Int! = 1): Person! }
`;
const answer = { anything: { goes: [1] } };
const schema = () => {
  const built = buildSchema(sdl);
  const { person, people, must } = built.getQueryType()!.getFields();
  person!.resolve = async () => answer;
  people!.resolve = () => answer;
  must!.resolve = () => null;
  built.getMutationType()!.getFields().change!.resolve = (_source, { by }) => ({ by });
  return built;
};

test("a finished answer is delivered untouched, whatever was selected below", async () => {
  const document = parse("{ person { id more: name } people { id } }");
  const { data, errors } = await execute({ schema: answersAtRoot(schema()), document });
  expect(errors).toBeUndefined();
  expect(data!.person).toBe(answer);
  expect(data!.people).toBe(answer);
});

test("arguments are still coerced, nulls still refused, leaves still leaves", async () => {
  const leaves = answersAtRoot(schema());
  expect(await execute({ schema: leaves, document: parse("mutation { change { id } }") })).toEqual({
    data: { change: { by: 1 } },
  });
  const { data, errors } = await execute({ schema: leaves, document: parse("{ must { id } }") });
  expect(data).toBeNull();
  expect(errors?.[0]?.path).toEqual(["must"]);
  const { data: other } = await execute({ schema: leaves, document: parse("{ ping }"), rootValue: { ping: "pong" } });
  expect(other).toEqual({ ping: "pong" });
});

test("the API's own schema is left as it was", () => {
  const before = schema();
  answersAtRoot(before);
  expect(String(before.getQueryType()!.getFields().person!.type)).toBe("Person");
});

test("walked, every field reads its response key and an interface its type", async () => {
  const plain = readPlainly(buildSchema(sdl));
  const rootValue = { node: { "#type": "Person", key: "mbr_1", called: "Ada", __typename: "Person" } };
  const document = parse("{ node { __typename key: id ... on Person { called: name } } }");
  expect(await execute({ schema: plain, document, rootValue })).toEqual({
    data: { node: { __typename: "Person", key: "mbr_1", called: "Ada" } },
  });
});

test.each([
  ["{ __schema { queryType { name } } }", true],
  ['{ ping ... { ... on Query { __type(name: "Person") { name } } } }', true],
  ["{ ...Q } fragment Q on Query { __schema { description } }", true],
  ["{ ping __typename }", false],
  ["{ person { id } } fragment Unused on Person { id }", false],
])("whether an operation asks about the schema: %s", (source, asks) => {
  expect(introspects(parse(source))).toBe(asks);
});
