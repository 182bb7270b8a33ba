import type { PageFragment } from "./_generated/operations.js";
import type { RequestOptions } from "./transport.js";

interface Forward {
  /** How many at most, 1 to 100; 20 unless said. */
  first?: number | undefined;
  /** Those behind this cursor. */
  after?: string | undefined;
  last?: never;
  before?: never;
}

interface Backward {
  /** How many at most, counted from the end, 1 to 100. */
  last: number;
  /** Those ahead of this cursor. */
  before?: string | undefined;
  first?: never;
  after?: never;
}

/** Which page: from the start or behind a cursor, or from the end or ahead of one. */
export type PageArgs = Forward | Backward;

/** Also counts what is there in all. */
interface TotalArgs {
  withTotal?: boolean;
}

export interface Page<Node> {
  readonly nodes: Node[];
  readonly pageInfo: PageFragment;
  /** With `withTotal`: how many there are on all pages, counted up to 1000. */
  readonly totalCount?: number;
  /** The page of the same size behind this one; null if this is the last. */
  readonly next: (options?: RequestOptions) => Promise<Page<Node> | null>;
  /** The page of the same size ahead of this one; null if this is the first. */
  readonly previous: (options?: RequestOptions) => Promise<Page<Node> | null>;
}

export interface Pages<Filter, Node> {
  /** One page, which leads to those around it. */
  readonly list: (args?: Filter & PageArgs & TotalArgs, options?: RequestOptions) => Promise<Page<Node>>;
  /** Each one in turn, fetching pages (of 50 unless said) as they are needed; with `last`, from the end backwards. */
  readonly each: (args?: Filter & PageArgs, options?: RequestOptions) => AsyncGenerator<Node, void, undefined>;
}

export interface PageVariables {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
  withTotal?: boolean;
}

interface Connection<Node> {
  nodes: Node[];
  pageInfo: PageFragment;
  totalCount?: number;
}

/** The two ways through a connection, given how to read one page of it. */
export function pagesOf<Filter, Node>(
  read: (filter: Filter, page: PageVariables, options?: RequestOptions) => Promise<Connection<Node>>,
): Pages<Filter, Node> {
  async function page(filter: Filter, variables: PageVariables, options?: RequestOptions): Promise<Page<Node>> {
    const connection = await read(filter, variables, options);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = connection.pageInfo;
    const { first, last, withTotal } = variables;
    const size = first ?? last ?? 20;
    const total = withTotal === undefined ? {} : { withTotal };
    return {
      ...connection,
      next: async (options) =>
        hasNextPage && endCursor ? page(filter, { first: size, after: endCursor, ...total }, options) : null,
      previous: async (options) =>
        hasPreviousPage && startCursor ? page(filter, { last: size, before: startCursor, ...total }, options) : null,
    };
  }

  return {
    list(args, options) {
      const [filter, variables] = split<Filter>(args);
      return page(filter, { ...(variables.last === undefined && { first: 20 }), ...variables }, options);
    },
    async *each(args, options) {
      const [filter, variables] = split<Filter>(args);
      const back = variables.last !== undefined;
      let here: Page<Node> | null = await page(filter, { ...(!back && { first: 50 }), ...variables }, options);
      while (here) {
        yield* back ? here.nodes.reverse() : here.nodes;
        here = await (back ? here.previous(options) : here.next(options));
      }
    },
  };
}

function split<Filter>(args: object = {}): [Filter, PageVariables] {
  const { first, after, last, before, withTotal, ...filter } = args as PageVariables;
  const given = Object.entries({ first, after, last, before, withTotal }).filter(([, value]) => value !== undefined);
  return [filter as Filter, Object.fromEntries(given)];
}
