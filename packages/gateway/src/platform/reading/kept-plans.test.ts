import type { GraphQLResolveInfo, OperationDefinitionNode } from "graphql";
import { parse } from "graphql";
import { expect, test } from "vitest";
import type { Viewer } from "../identity/viewer.js";
import { type Compiled, Plans } from "./kept-plans.js";
import { Placeholder, type Run } from "./placeholder.js";

const member = { kind: "MEMBER", partnerId: "prt_1", memberId: "mbr_1" } as Viewer;
const server = { kind: "SERVER", partnerId: "prt_1" } as Viewer;
const list = {};

/** Asks for a statement as a root field does; `compiled` counts how often one was built. */
function keeper(source = "query($a: String, $b: Boolean) { list }") {
  const plans = new Plans();
  const operation = parse(source).definitions[0] as OperationDefinitionNode;
  let compiled = 0;
  const ask = (
    given: unknown,
    { viewer = member, variables = {}, key = "list", source = list, how = "pages", text = "select $1" } = {},
  ) =>
    plans.statement(
      { operation, path: { key } } as unknown as GraphQLResolveInfo,
      source,
      how,
      { viewer, given, variables },
      (): Compiled => {
        compiled++;
        const parameters = [
          new Placeholder((run: Run) => run.viewer.partnerId),
          new Placeholder((run: Run) => run.given),
          "constant",
        ];
        return { text, parameters, checks: [] };
      },
    );
  return { ask, compiled: () => compiled };
}

test("values change from run to run, the statement does not", () => {
  const { ask, compiled } = keeper();
  expect(ask("one").values).toEqual(["prt_1", "one", "constant"]);
  expect(ask("two").values).toEqual(["prt_1", "two", "constant"]);
  expect(ask("three", { viewer: { ...member, partnerId: "prt_2" as never } }).values).toEqual([
    "prt_2",
    "three",
    "constant",
  ]);
  expect(compiled()).toBe(1);
});

test.each([
  ["another kind of viewer", {}, { viewer: server }],
  ["another response key of the same field", {}, { key: "again" }],
  ["another selection the resolver chose", {}, { source: {} }],
  ["another way to read", {}, { how: "node" }],
  ["a variable there and not", { variables: { a: "x" } }, {}],
  ["a variable null and not there", { variables: { a: null } }, {}],
  ["a variable true and false", { variables: { b: true } }, { variables: { b: false } }],
])("a plan is never run for what it was not made for: %s", (_what, one: object, other: object) => {
  const { ask, compiled } = keeper();
  ask("given", one);
  ask("given", other);
  expect(compiled()).toBe(2);
});

test("operations do not share plans, so that aliases cannot meet", () => {
  const plans = [keeper(), keeper()];
  for (const { ask } of plans) ask("given");
  expect(plans.map(({ compiled }) => compiled())).toEqual([1, 1]);
});

test("a second use earns a name, the same for the same text", () => {
  const { ask } = keeper();
  expect(ask("one").name).toBeUndefined();
  const { name } = ask("two");
  expect(name).toMatch(/^.{20,63}$/);
  expect(ask("three").name).toBe(name);
  ask("one", { key: "same text" });
  expect(ask("two", { key: "same text" }).name).toBe(name);
  ask("one", { key: "other text", text: "select $2" });
  expect(ask("two", { key: "other text", text: "select $2" }).name).not.toBe(name);
});

test("a client that varies what it leaves out does not grow memory", () => {
  const { ask, compiled } = keeper();
  const given = (number: number) =>
    Object.fromEntries([...number.toString(2).padStart(9, "0")].map((bit, i) => [`f${i}`, bit === "1"]));
  for (let i = 0; i < 500; i++) ask(given(i));
  expect(compiled()).toBe(500);
  ask(given(499));
  expect(compiled()).toBe(500);
  for (let i = 0; i < 400; i++) ask(given(i));
  expect(compiled()).toBe(900);
});

test("names are counted, as PostgreSQL keeps each on every connection", () => {
  const { ask } = keeper();
  const names = new Set<string | undefined>();
  for (let i = 0; i < 900; i++) {
    ask("one", { key: `k${i}`, text: `select ${i}` });
    names.add(ask("two", { key: `k${i}`, text: `select ${i}` }).name);
  }
  expect(names.size).toBeLessThanOrEqual(501);
  expect(names).toContain(undefined);
});

test("what is wrong with a value is found at each run, before anything is sent", () => {
  const plans = new Plans();
  const operation = parse("{ list }").definitions[0] as OperationDefinitionNode;
  const check = ({ given }: Run) => {
    if (given === "bad") throw new Error("refused");
  };
  const ask = (given: string) =>
    plans.statement(
      { operation, path: { key: "list" } } as unknown as GraphQLResolveInfo,
      list,
      "pages",
      { viewer: member, given, variables: {} },
      () => ({
        text: "select 1",
        parameters: [],
        checks: [check],
      }),
    );
  expect(() => ask("good")).not.toThrow();
  expect(() => ask("bad")).toThrow("refused");
  expect(() => ask("good")).not.toThrow();
});
