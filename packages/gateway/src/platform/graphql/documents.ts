import { type DocumentNode, GraphQLError, parse } from "graphql";
import { LRUCache } from "lru-cache";
import { documentError } from "./document-error.js";
import { LIMITS } from "./limits.js";

const KEPT_CHARACTERS = 4_000_000;

/**
 * Documents by their text, each parsed once while it is remembered: what is worked out for one, prices and statements,
 * serves all who send the same. Throws what is wrong with one.
 */
export function documents({ development }: { readonly development: boolean }): (text: string) => DocumentNode {
  const kept = new LRUCache<string, DocumentNode>({
    max: 1000,
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  return (text) => {
    let document = kept.get(text);
    if (document) return document;
    try {
      document = parse(text, { maxTokens: LIMITS.tokens });
    } catch (error) {
      throw error instanceof GraphQLError ? documentError(error, development) : error;
    }
    kept.set(text, document);
    return document;
  };
}
