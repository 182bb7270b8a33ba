import type { Kith } from "../client.js";
import type { Pages } from "../pages.js";
import { type KithList, useKithList } from "./use-kith-list.js";

/** A list of Kith's, page by page: `useKithPages((kith) => kith.communities, { first: 10 })`. */
export function useKithPages<Filter extends object, Node>(
  pagesOf: (kith: Kith) => Pages<Filter, Node>,
  args: Filter & { first?: number | undefined } = {} as Filter,
): KithList<Node> {
  const { amend: _, ...list } = useKithList(pagesOf, args);
  return list;
}
