/** The list with this in its place, newest first as the gateway orders by id; or without it, if it does not belong. */
export function place<Node extends { id: string }>(
  nodes: readonly Node[],
  node: Node,
  { belongs, hasMore }: { belongs: boolean; hasMore: boolean },
): readonly Node[] {
  const others = nodes.filter(({ id }) => id !== node.id);
  if (!belongs) return others.length === nodes.length ? nodes : others;
  const at = others.findIndex(({ id }) => id < node.id);
  if (at >= 0) return others.toSpliced(at, 0, node);
  // Behind the last that was read: on a page to come.
  return hasMore && others.length === nodes.length ? nodes : [...others, node];
}
