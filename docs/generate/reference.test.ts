import { readFileSync } from "node:fs";
import { buildSchema, isIntrospectionType, isSpecifiedScalarType } from "graphql";
import { expect, test } from "vitest";
import { referencePages } from "./reference.ts";
import { readRooms } from "./rooms.ts";

const sdl = readFileSync(new URL("../../packages/sdk/schema.graphql", import.meta.url), "utf8");

test("nothing that the schema has is missing, and no link between entries leads nowhere", () => {
  const schema = buildSchema(sdl);
  const pages = referencePages(schema, readRooms());
  const anchors = new Set(
    [...pages].flatMap(([name, text]) => [...text.matchAll(/\{#([\w-]+)\}/g)].map(([, id]) => `./${name}.md#${id}`)),
  );
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (["Query", "Mutation", "Subscription"].includes(type.name)) continue;
    expect([...anchors].filter((anchor) => anchor.endsWith(`#${type.name.toLowerCase()}`))).toHaveLength(1);
  }
  const links = [...pages.values()]
    .flatMap((text) => [...text.matchAll(/\]\((\.\/[^)]*#[^)]*)\)/g)])
    .map(([, to]) => to);
  expect(links.length).toBeGreaterThan(200);
  expect(links.filter((to) => !anchors.has(to ?? ""))).toEqual([]);
});

test("a feature's own things stand on its page, and only what features share on the shared one", () => {
  const pages = referencePages(buildSchema(sdl), readRooms());
  expect(pages.get("check-ins")).toContain("### `recordPulseCheckIn` {#mutation-recordpulsecheckin}");
  expect(pages.get("communities")).toContain("### `MembershipEdge`");
  const shared = [...(pages.get("shared") ?? "").matchAll(/^### `(\w+)`/gm)].map(([, name]) => name);
  expect(shared.filter((name) => /Input$|Payload$|Connection$/.test(name ?? ""))).toEqual([]);
});

test("what is old, has a default, is one of several or would be taken for markup is told as it is", () => {
  const schema = buildSchema(`
    type Query { "Two | <b>ways</b> of \`a<b\`." old(size: Int! = 3): Either @deprecated(reason: "Take \`new\`.") }
    type One { id: ID }
    type Two { id: ID }
    union Either = One | Two
    type Subscription { changed: One! }
  `);
  const text = referencePages(schema, { ofType: () => "shared", ofRootField: () => "shared" }).get("shared");
  expect(text).toContain("**Deprecated:** Take `new`. Two \\| &lt;b>ways&lt;/b> of `a<b`.");
  expect(text).toContain("| `size` | `Int!` = `3` |");
  expect(text).toContain("One of [`One`](./shared.md#one), [`Two`](./shared.md#two).");
  expect(text).toContain("### `changed` {#subscription-changed}");
});
