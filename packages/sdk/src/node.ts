import { KithError } from "./errors.js";

interface Named {
  __typename: string;
}

/** The node as the type that was asked for; an id of another type is NOT_FOUND, like any id that leads nowhere. */
export function nodeOf<Node extends Named, Name extends Node["__typename"]>(
  name: Name,
  node: Node | null,
): Extract<Node, { __typename: Name }> {
  if (node?.__typename === name) return node as Extract<Node, { __typename: Name }>;
  throw new KithError("NOT_FOUND", `There is no ${name} with this id for the caller.`, { field: "id" });
}

/** The viewer's part of an answer; UNAUTHENTICATED when the credential names no member. */
export function viewerOf<Viewer>(answer: { viewer: Viewer | null }): Viewer {
  return answer.viewer ?? memberNeeded();
}

export function memberNeeded(): never {
  throw new KithError("UNAUTHENTICATED", "This needs a member's token.", { reason: "MEMBER_NEEDED" });
}
