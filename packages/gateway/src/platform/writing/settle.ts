import { type Id, isId, isRefusal, type Refusal } from "@kith/core/values";
import { fault } from "../graphql/errors.js";

/** What a rule of core decided, or its refusal as the answer's error. */
export function settle<T>(decided: T): Exclude<T, Refusal> {
  if (!isRefusal(decided)) return decided as Exclude<T, Refusal>;
  const { code, reason, field } = decided;
  throw fault(code, { reason, field: field === undefined ? undefined : `input.${field}` });
}

/** An id as the caller wrote it, or NOT_FOUND: a malformed one is answered like one that is not theirs to see. */
export function idAt<P extends string>(prefix: P, text: string, field: string): Id<P> {
  if (!isId(prefix, text)) throw fault("NOT_FOUND", { field });
  return text;
}

/** What is there for the caller, or NOT_FOUND at the field that named it. */
export function foundAt<T>(thing: T | null | undefined, field: string): T {
  if (thing === null || thing === undefined) throw fault("NOT_FOUND", { field });
  return thing;
}
