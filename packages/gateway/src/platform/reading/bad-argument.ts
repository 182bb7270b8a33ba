import { type FieldNode, GraphQLError } from "graphql";
import { fault } from "../graphql/errors.js";

/** A field of the answer being built: its response keys from the root, and where the operation asks for it. */
export interface Spot {
  readonly path: readonly string[];
  readonly nodes: readonly FieldNode[];
}

/** An argument that cannot be used. The whole root field fails, and the error names the field that was given it. */
export function badArgument(spot: Spot, argument: string, reason: string): GraphQLError {
  const { message, extensions } = fault("BAD_INPUT", { field: argument, reason });
  return new GraphQLError(message, { nodes: spot.nodes, path: spot.path, extensions });
}
