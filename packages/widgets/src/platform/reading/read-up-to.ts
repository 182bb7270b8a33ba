import type { PageInfo } from "@kith/sdk";

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

export interface Listed<Node> {
  readonly nodes: readonly Node[];
  readonly hasMore: boolean;
}

const LONGEST_PAGE = 100;

/**
 * Reads the first `count` of a list. What is already shown is read again along with more of it: a list put together from
 * pages of different ages may show one thing twice and miss another.
 */
export async function readUpTo<Node>(
  count: number,
  read: (page: { first: number; after?: string }) => Promise<Connection<Node>>,
): Promise<Listed<Node>> {
  const nodes: Node[] = [];
  let after: string | null = null;
  let hasMore = true;
  while (hasMore && nodes.length < count) {
    const first = Math.min(count - nodes.length, LONGEST_PAGE);
    const page: Connection<Node> = await read(after ? { first, after } : { first });
    nodes.push(...page.nodes);
    after = page.pageInfo.endCursor;
    hasMore = page.pageInfo.hasNextPage && after !== null;
  }
  return { nodes, hasMore };
}
