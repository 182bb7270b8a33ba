import { fault } from "../../graphql/errors.js";

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}
/** What orders a list: fixed-width texts, the first deciding first. */
export type KeyOf<T> = (row: T) => readonly string[];
export type KeyForm = "id" | "instant and id";

/** Greater keys come first. */
const compare = (one: readonly string[], other: readonly string[]): number => {
  const at = one.findIndex((part, i) => part !== other[i]);
  if (at < 0) return 0;
  return one[at]! > other[at]! ? -1 : 1;
};

export const encodeKey = (key: readonly string[]): string => Buffer.from(key.join("~"), "latin1").toString("base64url");
const decodeKey = (cursor: string): string[] => Buffer.from(cursor, "base64url").toString("latin1").split("~");

/** Throws what a page with these arguments is refused with. */
export function checkPage(args: PageArguments, form: KeyForm): void {
  const { first, after, last, before } = args;
  const given = (value: unknown) => value !== null && value !== undefined;
  const bad = () => fault("BAD_INPUT");
  if ((given(first) || given(after)) && (given(last) || given(before))) throw bad();
  for (const size of [first, last]) if (given(size) && (size! < 1 || size! > 100)) throw bad();
  for (const cursor of [after, before]) if (given(cursor) && !isCursor(cursor!, form)) throw bad();
}

function isCursor(cursor: string, form: KeyForm): boolean {
  const key = decodeKey(cursor);
  if (encodeKey(key) !== cursor) return false;
  const isWord = (part: string | undefined) => part !== undefined && /^[\x21-\x7d]{1,128}$/.test(part);
  if (form === "id") return key.length === 1 && isWord(key[0]);
  const [instant = "", id] = key;
  const micros = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d{3}Z$/.exec(instant)?.[1];
  const time = new Date(`${micros}Z`);
  return key.length === 2 && isWord(id) && !Number.isNaN(time.getTime()) && time.toISOString() === `${micros}Z`;
}

/** A page as one would cut it by hand from the whole list. */
export function cutPage<T extends object>(all: readonly T[], args: PageArguments, keyOf: KeyOf<T>) {
  const list = [...all].sort((one, other) => compare(keyOf(one), keyOf(other)));
  const back = typeof args.last === "number" || typeof args.before === "string";
  const size = args.first ?? args.last ?? 20;
  const cursor = args.after ?? args.before;
  const mark = typeof cursor === "string" ? decodeKey(cursor) : null;
  const wanted = mark
    ? list.filter((row) => (back ? compare(keyOf(row), mark) < 0 : compare(keyOf(row), mark) > 0))
    : list;
  const page = back ? wanted.slice(Math.max(0, wanted.length - size)) : wanted.slice(0, size);
  const more = wanted.length > page.length;
  const other = wanted.length < list.length;
  const cursorOf = (row: T | undefined) => (row ? encodeKey(keyOf(row)) : null);
  return {
    nodes: page,
    edges: page.map((node) => ({ node, cursor: cursorOf(node) })),
    totalCount: Math.min(list.length, 1000),
    pageInfo: {
      hasNextPage: back ? other : more,
      hasPreviousPage: back ? more : other,
      startCursor: cursorOf(page[0]),
      endCursor: cursorOf(page.at(-1)),
    },
  };
}
