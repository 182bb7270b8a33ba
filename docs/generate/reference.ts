import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from "graphql";
import { type Rooms, SHARED } from "./rooms.ts";

const ROOTS = ["Query", "Mutation", "Subscription"] as const;
const ROOT_TITLES = { Query: "Queries", Mutation: "Mutations", Subscription: "Subscriptions" };
const BANNER = "<!-- Written by `npm run generate` from packages/sdk/schema.graphql; do not edit. -->";

/** The reference as pages by name: one a feature, and `index`. */
export function referencePages(schema: GraphQLSchema, rooms: Rooms): Map<string, string> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !isRoot(type),
  );
  const fields = ROOTS.flatMap((root) =>
    Object.values(schema.getRootType(root.toLowerCase() as never)?.getFields() ?? {}).map((field) => ({ root, field })),
  );
  const names = new Set([
    ...types.map(({ name }) => rooms.ofType(name)),
    ...fields.map(({ field }) => rooms.ofRootField(field.name)),
  ]);
  const link = (type: GraphQLType) => {
    const named = getNamedType(type);
    if (isSpecifiedScalarType(named)) return code(String(type));
    return `[${code(String(type))}](./${rooms.ofType(named.name)}.md#${anchor(named.name)})`;
  };

  const pages = [...names].sort(byOrder).map((room): [string, string] => {
    const parts = ROOTS.flatMap((root) => {
      const own = fields.filter((entry) => entry.root === root && rooms.ofRootField(entry.field.name) === room);
      return own.length ? [`## ${ROOT_TITLES[root]}`, ...own.flatMap(({ field }) => rootField(root, field, link))] : [];
    });
    const own = types.filter(({ name }) => rooms.ofType(name) === room);
    const sections = own.length ? ["## Types", ...own.flatMap((type) => typeEntry(schema, type, link))] : [];
    return [room, page(`${titleOf(room)}: API`, [intro(room), ...parts, ...sections])];
  });
  return new Map([["index", index(fields, types, rooms)], ...pages]);
}

type Link = (type: GraphQLType) => string;
type Field = GraphQLField<unknown, unknown>;

function index(
  fields: { root: (typeof ROOTS)[number]; field: Field }[],
  types: GraphQLNamedType[],
  rooms: Rooms,
): string {
  const lists = ROOTS.flatMap((root) => {
    const rows = fields
      .filter((entry) => entry.root === root)
      .map(({ field }) => [
        `[${code(field.name)}](./${rooms.ofRootField(field.name)}.md#${rootAnchor(root, field.name)})`,
        words(field),
      ]);
    return rows.length ? [`## ${ROOT_TITLES[root]}`, table(["", ""], rows)] : [];
  });
  const all = types.map(({ name }) => `[${code(name)}](./${rooms.ofType(name)}.md#${anchor(name)})`);
  return page("API reference", [
    "Everything the API has, from its schema. The same file is in the package: `@kith/sdk/schema.graphql`.",
    "Send operations by POST to `/graphql`, with one credential: `Authorization: Bearer …`. A mutation may carry an " +
      "[`Idempotency-Key`](../guide/retries.md). Lists come in [pages](../guide/pagination.md). Every error has a " +
      "[code](../errors.md).",
    ...lists,
    "## All types",
    all.join(" · "),
  ]);
}

function intro(room: string): string {
  if (room === SHARED) return "What the features share.";
  return `What it is for, and who may see and do what: [${titleOf(room)}](../features/${room}.md). What can go wrong: [errors](../errors.md).`;
}

function rootField(root: (typeof ROOTS)[number], field: Field, link: Link): string[] {
  const args = field.args.length
    ? [
        table(
          ["argument", "type", ""],
          field.args.map((arg) => argument(arg, link)),
        ),
      ]
    : [];
  return [
    `### ${code(field.name)} {#${rootAnchor(root, field.name)}}`,
    words(field),
    ...args,
    `Answers ${link(field.type)}.`,
  ];
}

function typeEntry(schema: GraphQLSchema, type: GraphQLNamedType, link: Link): string[] {
  const head = [`### ${code(type.name)} {#${anchor(type.name)}}`, `${kindOf(type)}. ${words(type)}`.trim()];
  if (isEnumType(type)) {
    const rows = type.getValues().map((value) => [code(value.name), words(value)]);
    return [...head, table(["value", ""], rows)];
  }
  if (isInputObjectType(type)) {
    const rows = Object.values(type.getFields()).map((field) => argument(field, link));
    return [...head, table(["field", "type", ""], rows)];
  }
  if (isUnionType(type)) return [...head, `One of ${type.getTypes().map(link).join(", ")}.`];
  if (isScalarType(type)) return [...head, ...(type.specifiedByURL ? [`Specified by <${type.specifiedByURL}>.`] : [])];
  if (!isObjectType(type) && !isInterfaceType(type)) return head;
  const wider = type.getInterfaces();
  const narrower = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  return [
    ...head,
    ...(wider.length ? [`Is a ${wider.map(link).join(", ")}.`] : []),
    ...(narrower.length ? [`Implemented by ${narrower.map(link).join(", ")}.`] : []),
    table(
      ["field", "type", ""],
      Object.values(type.getFields()).flatMap((field) => fieldRows(field, link)),
    ),
  ];
}

function fieldRows(field: Field, link: Link): string[][] {
  const args = field.args.map((arg) => {
    const [name = "", ...rest] = argument(arg, link);
    return [`&emsp;${name}`, ...rest];
  });
  return [[code(field.name), link(field.type), words(field)], ...args];
}

function argument(given: GraphQLArgument | GraphQLInputField, link: Link): string[] {
  const value = given.defaultValue === undefined ? null : astFromValue(given.defaultValue, given.type);
  return [code(given.name), link(given.type) + (value ? ` = ${code(print(value))}` : ""), words(given)];
}

function words({
  description,
  deprecationReason,
}: {
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}): string {
  const plain = plainly(description ?? "");
  return deprecationReason ? `**Deprecated:** ${plainly(deprecationReason)} ${plain}`.trim() : plain;
}

/** On one line, and nothing in it that Markdown or Vue would take for their own, but for code in backticks. */
function plainly(text: string): string {
  const line = text.trim().replace(/\s+/g, " ").replaceAll("|", "\\|");
  return line
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replaceAll("<", "&lt;").replaceAll("{{", "{&#123;")))
    .join("");
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function kindOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return "Enum";
  if (isInputObjectType(type)) return "Input";
  if (isInterfaceType(type)) return "Interface";
  if (isUnionType(type)) return "Union";
  return isScalarType(type) ? "Scalar" : "Object";
}

/** The features in the order of the docs' own pages, then any other, then what they share. */
const ORDER = ["members", "communities", "support-offers", "check-ins", "safety", "partners", "programs"];
function byOrder(one: string, other: string): number {
  const place = (room: string) => (room === SHARED ? 99 : (ORDER.indexOf(room) + 98) % 98);
  return place(one) - place(other) || one.localeCompare(other);
}

const titleOf = (room: string) => (room.charAt(0).toUpperCase() + room.slice(1)).replaceAll("-", " ");
const page = (title: string, parts: string[]) => `${[`# ${title}`, BANNER, ...parts].join("\n\n")}\n`;
const code = (text: string) => `\`${text}\``;
const anchor = (name: string) => name.toLowerCase();
const rootAnchor = (root: string, name: string) => `${root.toLowerCase()}-${name.toLowerCase()}`;
const isRoot = ({ name }: GraphQLNamedType) => (ROOTS as readonly string[]).includes(name);
