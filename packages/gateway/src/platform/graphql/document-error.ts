import { type ASTNode, GraphQLError, Kind, Lexer, type Source } from "graphql";
import { fault } from "./errors.js";
import { LIMITS } from "./limits.js";

/**
 * A document that cannot be read or does not fit the schema. graphql-js says why by naming types, offering other names
 * and quoting what was written; outside development only the place is told, and the name the caller wrote there.
 */
export function documentError(error: GraphQLError, hints: boolean): GraphQLError {
  const { code, extensions } = reasonOf(error);
  const message = hints ? error.message : (extensions.message ?? sentenceFor(error.nodes?.[0]));
  const { extensions: told } = fault(code, extensions);
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source,
    positions: error.positions,
    extensions: told,
  });
}

function reasonOf({ source, nodes, extensions: { reason } }: GraphQLError) {
  if (nodes?.length) {
    // A scalar of ours that refuses a value knows better why.
    const known = typeof reason === "string" ? reason : "DOCUMENT_INVALID";
    return { code: "BAD_INPUT", extensions: { reason: known, message: undefined } } as const;
  }
  if (source && isTooLong(source)) {
    const extensions = {
      reason: "TOO_MANY_TOKENS",
      figures: { limit: LIMITS.tokens },
      message: "The document is too long.",
    };
    return { code: "QUERY_TOO_COSTLY", extensions } as const;
  }
  const extensions = { reason: "DOCUMENT_UNREADABLE", message: "The document is not GraphQL." };
  return { code: "BAD_INPUT", extensions } as const;
}

/** The parser stops at the limit and says so in words only, so its words are counted again. */
function isTooLong(source: Source): boolean {
  const lexer = new Lexer(source);
  try {
    for (let read = 0; read <= LIMITS.tokens; read++) if (lexer.advance().kind === "<EOF>") return false;
    return true;
  } catch {
    return false;
  }
}

function sentenceFor(node: ASTNode | undefined): string {
  const named = node?.kind === Kind.NAME ? node : node && "name" in node ? node.name : undefined;
  const name = named?.value.slice(0, 64);
  switch (node?.kind) {
    case Kind.FIELD:
      return `The field "${name}" does not exist here, or is asked for as it cannot be.`;
    case Kind.ARGUMENT:
      return `The argument "${name}" does not exist here, or is given as it cannot be.`;
    case Kind.VARIABLE:
      return `The variable "${name}" is not declared, or does not fit where it is used.`;
    case Kind.FRAGMENT_SPREAD:
    case Kind.FRAGMENT_DEFINITION:
      return `The fragment "${name}" does not exist, or cannot be used here.`;
    case Kind.OBJECT_FIELD:
      return `The input field "${name}" does not exist here, or is given as it cannot be.`;
    case Kind.NAME:
      return `The name "${name}" does not exist here, or is used as it cannot be.`;
    default:
      return "The document does not fit the schema.";
  }
}
