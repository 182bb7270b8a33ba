import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from "graphql";
import type { Random } from "./random.js";

/** What random operations may name: good, foreign, malformed. */
export interface Known {
  readonly ids: readonly string[];
  readonly communityIds: readonly string[];
  /** By what a list is ordered by. */
  readonly cursors: { readonly id: readonly string[]; readonly instant: readonly string[] };
}
export interface Operation {
  readonly source: string;
  readonly document: DocumentNode;
}

const KINDS = ["EMOTIONAL", "INFORMATIONAL", "INSTRUMENTAL", "COMPANIONSHIP"];
const STATES = ["PROPOSED", "ACCEPTED", "COMPLETED", "EXPIRED", "WITHDRAWN"];
const VARIABLES: Readonly<Record<string, string>> = {
  id: "ID!",
  other: "ID!",
  ids: "[ID!]!",
  externalId: "String!",
  days: "Int! = 30",
  some: "Int",
  more: "Int = 3",
  cursor: "String",
  instant: "String",
  kind: "SupportKind",
  usual: "SupportKind = EMOTIONAL",
  community: "ID",
  open: "Boolean",
  filter: "SupportOfferFilter",
  states: "[ExchangeState!]",
  state: "ExchangeState!",
  yes: "Boolean!",
  no: "Boolean!",
  maybe: "Boolean! = true",
};
const LONG = "x".repeat(80);
/** Cursors nobody was given: not base64, not canonical, of no key, of a day that does not exist. */
const MADE_UP = [
  "",
  "!",
  "Zm9v=",
  "____",
  ...["a b", "\u0000", "2026-02-30T00:00:00.000000Z~chk_1"].map((text) => Buffer.from(text).toString("base64url")),
];

/** One random operation that the schema accepts; null when the dice made one it does not. */
export function randomOperation(schema: GraphQLSchema, random: Random, known: Known): Operation | null {
  const fragments: string[] = [];
  let budget = 70;

  const size = () =>
    random.once(20)
      ? random.pick(["0", "-1", "101"])
      : random.pick(["1", "2", "3", "7", "20", "100", "$some", "$more"]);
  const cursor = (kind: keyof Known["cursors"]) => {
    if (random.once(25))
      return JSON.stringify(random.pick([...MADE_UP, ...known.cursors.id, ...known.cursors.instant]));
    return random.once(3) ? (kind === "id" ? "$cursor" : "$instant") : JSON.stringify(random.pick(known.cursors[kind]));
  };
  const paging = (kind: keyof Known["cursors"]): string[] => {
    if (random.once(40))
      return [`first: ${size()}`, `${random.pick(["before", "last"])}: ${random.once(2) ? "$some" : "null"}`];
    switch (random.below(7)) {
      case 0:
        return [];
      case 1:
        return [`first: ${size()}`];
      case 2:
        return [`first: ${size()}`, `after: ${cursor(kind)}`];
      case 3:
        return [`last: ${size()}`, `before: ${cursor(kind)}`];
      case 4:
        return [`last: ${size()}`];
      case 5:
        return [`after: ${cursor(kind)}`];
      default:
        return [`before: ${cursor(kind)}`, "first: null"];
    }
  };
  const filter = () => {
    const parts = [
      `kind: ${random.pick(["$kind", "$usual", "null", ...KINDS])}`,
      `communityId: ${random.pick(["$community", "null", JSON.stringify(random.pick(known.communityIds))])}`,
      `openOnly: ${random.pick(["$open", "true", "false", "null"])}`,
    ];
    return random.pick(["$filter", "null", `{ ${random.some(parts).join(", ")} }`]);
  };
  const states = () => random.pick(["$states", "null", "[]", "ACCEPTED", "[$state, PROPOSED]", "[EXPIRED]"]);
  const argumentsOf = (field: GraphQLField<unknown, unknown>): string => {
    const given = field.args.flatMap(({ name }): string[] => {
      switch (name) {
        case "id":
          return [`id: ${random.pick(["$id", "$other", JSON.stringify(random.pick(known.ids))])}`];
        case "ids":
          return [`ids: ${random.pick(["$ids", `[${JSON.stringify(random.pick(known.ids))}, $id, "no id", $other]`])}`];
        case "externalId":
          return [`externalId: ${random.pick(["$externalId", '"person-1"', '"nobody"'])}`];
        case "days":
          return random.pick([[], ["days: 7"], ["days: 366"], ["days: 6"], ["days: $days"]]);
        case "filter":
          return random.once(2) ? [`filter: ${filter()}`] : [];
        case "states":
          return random.once(2) ? [`states: ${states()}`] : [];
        case "first":
          return paging(field.name === "pulseCheckIns" ? "instant" : "id");
        default:
          return [];
      }
    });
    return given.length > 0 ? `(${given.join(", ")})` : "";
  };

  const directive = () =>
    random.once(7)
      ? random.pick([
          " @skip(if: $yes)",
          " @skip(if: $no)",
          " @include(if: $yes)",
          " @include(if: $maybe)",
          " @skip(if: true)",
          " @include(if: true)",
          " @skip(if: $no) @include(if: $maybe)",
        ])
      : "";
  // Misleading and far too long ones, and else one of its own: two fields under one key are seldom the same field.
  const alias = (plain: boolean) =>
    random.once(8)
      ? `${random.pick(["a", "b", "id", "title", "nodes", LONG])}: `
      : plain
        ? ""
        : `k${random.below(1000)}: `;
  const isLeaf = (field: GraphQLField<unknown, unknown>) => !isCompositeType(getNamedType(field.type));

  const field = (type: GraphQLCompositeType, depth: number): string => {
    const all = isUnionType(type) ? [] : Object.values(type.getFields());
    const possible = depth > 0 ? all : all.filter(isLeaf);
    if (possible.length === 0 || random.once(12)) return `${random.pick(["", "t: "])}__typename${directive()}`;
    const one = random.pick(possible);
    const below = getNamedType(one.type);
    const given = argumentsOf(one);
    return `${alias(given === "" && !isCompositeType(below))}${one.name}${given}${directive()}${isCompositeType(below) ? ` ${set(below, depth - 1)}` : ""}`;
  };
  const onType = (type: GraphQLCompositeType): GraphQLCompositeType =>
    isAbstractType(type)
      ? random.pick([type, ...schema.getPossibleTypes(type)])
      : random.pick([type, type, ...(isObjectType(type) ? type.getInterfaces() : [])]);
  const set = (type: GraphQLCompositeType, depth: number): string => {
    const parts: string[] = [];
    for (let count = 1 + random.below(4); count > 0 && budget > 0; count--) {
      budget--;
      const how = random.below(6);
      const on = onType(type);
      if (how < 4) parts.push(field(type, depth));
      else if (how === 4)
        parts.push(`... ${on === type && random.once(4) ? "" : `on ${on.name}`}${directive()} ${set(on, depth)}`);
      else {
        const name = `F${fragments.push("") - 1}`;
        fragments[Number(name.slice(1))] = `fragment ${name} on ${on.name} ${set(on, depth)}`;
        parts.push(`...${name}${directive()}`);
        if (random.once(3)) parts.push(`...${name}`);
      }
    }
    return `{ ${parts.join(" ") || "__typename"} }`;
  };

  const body = [set(schema.getQueryType()!, 7), ...fragments].join("\n");
  const used = [...new Set([...body.matchAll(/\$(\w+)/g)].map(([, name]) => name!))];
  const head = used.length > 0 ? `query(${used.map((name) => `$${name}: ${VARIABLES[name]}`).join(", ")})` : "query";
  const source = `${head} ${body}`;
  const document = parse(source);
  return validate(schema, document, undefined, { maxErrors: 0 }).length > 0 ? null : { source, document };
}

/** Values for any of the variables; of those that may be left out, some are null and some not there. */
export function randomVariables(random: Random, known: Known): Record<string, unknown> {
  const values: Record<string, unknown> = {
    id: random.pick(known.ids),
    other: random.pick([...known.ids, "no id", "sof_"]),
    ids: Array.from({ length: random.once(30) ? 101 : random.below(7) }, () => random.pick(known.ids)),
    externalId: random.pick(["person-0", "person-2", "Person-0"]),
    state: random.pick(STATES),
    yes: random.once(2),
    no: random.once(2),
  };
  const maybe = (name: string, value: () => unknown) => {
    const how = random.below(5);
    if (how === 0) values[name] = null;
    else if (how > 1) values[name] = value();
  };
  maybe("some", () => (random.once(15) ? random.pick([0, 500]) : 1 + random.below(30)));
  maybe("more", () => 1 + random.below(5));
  maybe("cursor", () => (random.once(15) ? random.pick(MADE_UP) : random.pick(known.cursors.id)));
  maybe("instant", () => (random.once(15) ? random.pick(known.cursors.id) : random.pick(known.cursors.instant)));
  maybe("kind", () => random.pick(KINDS));
  maybe("usual", () => random.pick(KINDS));
  maybe("community", () => random.pick([...known.communityIds, "com_nowhere"]));
  maybe("open", () => random.once(2));
  maybe("states", () => random.pick([[], random.pick(STATES), [random.pick(STATES), random.pick(STATES)]]));
  maybe("filter", () =>
    random.pick([
      {},
      { kind: random.pick(KINDS) },
      { kind: null, openOnly: true },
      { communityId: random.pick(known.communityIds), openOnly: false },
      { communityId: null, kind: random.pick(KINDS), openOnly: null },
    ]),
  );
  if (random.once(2)) values.maybe = random.once(2);
  if (random.once(2)) values.days = random.pick([7, 40, 366, 5]);
  return values;
}
