import { type GraphQLObjectType, getNamedType } from "graphql";
import { type Expression, sql } from "kysely";
import type { Spot } from "./bad-argument.js";
import { collectFields } from "./collect-fields.js";
import { cursorOf, keysOf, keyText } from "./cursor.js";
import { type Json, named, objectOf, type Pair, TYPE_KEY } from "./json.js";
import { listOf } from "./list.js";
import { windowOf } from "./page-window.js";
import type { Place, Scope } from "./scope.js";
import type { Pages, Row } from "./selection.js";

/** `totalCount` counts no further. */
const COUNTED = 1000;

/** One page, shaped like the answer, by keys in both directions. What nobody asked for is not in the statement. */
export function pageJson(
  scope: Scope,
  pages: Pages<any, any, any>,
  parent: Row<any>,
  type: GraphQLObjectType,
  place: Place,
  nodeJson: (row: Row<any>, spot: Spot) => Json,
): Json {
  const keys = keysOf(pages.order);
  const window = windowOf(scope, keys, place);
  const list = listOf(scope, pages, keys, parent, place.at);

  const asked = partsOf(scope, type, place);
  const infos = asked.filter(({ name }) => name === "pageInfo").flatMap((part) => partsOf(scope, part.type, part));
  const wants = (...names: string[]) => infos.some(({ name }) => names.includes(name));
  const further = wants(window.back ? "hasPreviousPage" : "hasNextPage"); // one row more than the page answers it
  const numbered = window.back || further || wants("startCursor", "endCursor");
  const page = list.page(window, further);

  // Each JSON that is made of a row is a column of the page; above it they are only gathered.
  const columns: Json[] = [];
  const column = (value: Json): Json => sql.ref(`p.c${columns.push(value) - 1}`);
  let ownKey: Json | undefined;
  const key = () => (ownKey ??= column(keyText(keys, page.row)));
  const node = (spot: Spot) => column(nodeJson(page.row, spot));

  // One order for all: PostgreSQL sorts the rows by the first aggregate that has one, and those without take it over.
  const order = numbered ? sql` order by p.n ${sql.raw(window.back ? "desc" : "asc")}` : sql``;
  const onPage = further ? sql` filter (where p.n <= ${window.size})` : sql``;
  const gathered = (value: Json) => sql`coalesce(json_agg(${value}${order})${onPage}, '[]')`;
  const keysOnPage = () => sql`array_agg(${key()}${order})${onPage}`;

  const edge = ({ name, ...spot }: Part): Json => (name === "cursor" ? cursorOf(key()) : node(spot));
  const info = ({ name }: Part): Json => {
    if (name === "startCursor") return cursorOf(sql`(${keysOnPage()})[1]`);
    if (name === "endCursor")
      return cursorOf(sql`(${keysOnPage()})[${further ? sql`least(count(*), ${window.size})` : sql`count(*)`}]`);
    if ((name === "hasNextPage") !== window.back) return sql`count(*) > ${window.size}`;
    return window.behind ? sql`exists ${list.some(window.behind)}` : sql.lit(false);
  };
  const json = partsJson(scope, type, asked, (part) => {
    switch (part.name) {
      case "nodes":
        return gathered(node(part));
      case "edges":
        return gathered(partsJson(scope, part.type, partsOf(scope, part.type, part), edge));
      case "pageInfo":
        return partsJson(scope, part.type, partsOf(scope, part.type, part), info);
      case "totalCount":
        return sql`(select count(*)::int from ${list.first(COUNTED)} c)`;
      default:
        throw new Error(`A connection has no ${part.name}`);
    }
  });

  const listed = further || columns.length > 0 || asked.some(({ name }) => name === "edges");
  if (!listed) return sql`(select ${json})`;
  let query = columns.reduce<typeof page.query>((some, value, i) => some.select(named(value, `c${i}`)), page.query);
  if (numbered) query = query.select(named(sql`row_number() over (order by ${page.order})`, "n"));
  return sql`(select ${json} from ${query} p)`;
}

interface Part extends Spot {
  readonly key: string;
  readonly name: string;
  /** Of an object field; the connection's own parts have no others that are asked for theirs. */
  readonly type: GraphQLObjectType;
}

function partsOf(scope: Scope, type: GraphQLObjectType, spot: Spot): Part[] {
  return [
    ...collectFields(
      scope,
      type,
      spot.nodes.map((node) => node.selectionSet),
    ),
  ].map(([key, nodes]) => {
    const name = nodes[0].name.value;
    const definition = type.getFields()[name];
    return { key, name, nodes, path: [...spot.path, key], type: getNamedType(definition?.type) as GraphQLObjectType };
  });
}

function partsJson(
  scope: Scope,
  type: GraphQLObjectType,
  parts: readonly Part[],
  json: (part: Part) => Expression<unknown>,
): Json {
  const pairs: Pair[] = parts.map((part) => [part.key, part.name === "__typename" ? sql.lit(type.name) : json(part)]);
  if (scope.walked) pairs.push([TYPE_KEY, sql.lit(type.name)]);
  return objectOf(pairs);
}
