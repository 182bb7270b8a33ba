import { encodeId, type Id } from "@kith/core/values";
import { v7 } from "uuid";

/** A new id. Ids made by one process only grow, also within a millisecond and when its clock steps back. */
export function newId<P extends string>(prefix: P): Id<P> {
  // Options would switch off uuid's own counter, hence undefined.
  return encodeId(prefix, v7(undefined, new Uint8Array(16)));
}
