import type { Id, MemberId } from "@kith/core/values";
import type { Transaction } from "kysely";
import type { Tables } from "../database/tables.js";
import type { MemberViewer, ServerViewer } from "../identity/viewer.js";
import type { Part } from "./together.js";

/** What every mutation's work is given. */
export interface Recording {
  readonly viewer: MemberViewer | ServerViewer;
  /** The instant all of this write stands at. */
  readonly now: Date;
  newId<P extends string>(prefix: P): Id<P>;
  /** Something happened that others act on after the commit: `exchange.expired`. */
  emit(type: string, objectId: string): void;
  /** Who did what, for the record that only grows: a code and an id, never a name. */
  audit(action: string, objectId: string | null): void;
  /** The caller made this happen: emitted and audited under the same code, `exchange.accepted`. */
  happened(code: string, objectId: string): void;
  /**
   * What gateways remember of this member is no longer so: their state, age, roles, time zone or tokens. This one forgets
   * it before it answers, the others when they hear of the commit.
   */
  identityChanged(memberId: MemberId): void;
}

/** Work that looks at rows first and holds them until the commit. */
export interface Writing extends Recording {
  readonly trx: Transaction<Tables>;
}

/** Work that has nothing to look at: all it writes goes out as one statement. */
export interface WritingAtOnce extends Recording {
  add(part: Part): void;
}
