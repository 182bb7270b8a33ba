import { type DocumentNode, GraphQLError, parse } from "graphql";
import { LRUCache } from "lru-cache";
import type { Answer, Door, Opened, Request } from "./answer.js";
import type { Context } from "./context.js";
import { documentError } from "./document-error.js";
import { codeOf } from "./errors.js";
import { LIMITS } from "./limits.js";

const KEPT_CHARACTERS = 4_000_000;

/** A request whose document is still text. */
export interface Asked extends Omit<Request, "document"> {
  readonly query: string;
}
export type LiveDoor = (asked: Asked, context: Context) => Promise<Opened | Answer>;

/**
 * The door for what stays open. Documents are kept by their text: what is worked out for one, its price and statements,
 * serves all who send the same. Never rejects.
 */
export function liveDoor(door: Door, { development }: { readonly development: boolean }): LiveDoor {
  const kept = new LRUCache<string, DocumentNode>({
    max: 1000,
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_document, text) => text.length + 1,
  });

  function documentOf(text: string): DocumentNode | GraphQLError {
    let document = kept.get(text);
    if (document) return document;
    try {
      document = parse(text, { maxTokens: LIMITS.tokens });
    } catch (error) {
      if (error instanceof GraphQLError) return documentError(error, development);
      throw error;
    }
    kept.set(text, document);
    return document;
  }

  return async ({ query, ...others }, context) => {
    const document = documentOf(query);
    if (document instanceof GraphQLError) {
      return { result: { errors: [document] }, outcome: codeOf(document), operationName: null };
    }
    return door.open({ document, ...others }, context);
  };
}
