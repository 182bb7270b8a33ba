import type { MemberId } from "@kith/core/values";
import type { Compilable } from "kysely";
import type { AnySelection, At } from "../reading/selection.js";

/** What the fields of a subscription's type are made of. */
export interface Changed<Id extends string> {
  readonly cursor: string;
  readonly mayHaveMissed: boolean;
  /** Null in the first event. */
  readonly objectId: Id | null;
}

/** Something that happened, as the outbox tells it: `exchange.accepted`, and the exchange. */
export interface Happened {
  readonly type: string;
  readonly objectId: string;
}

/** An object that changed, and for whom it might have. */
export interface Touched {
  /** The object of the event that touched this one. */
  readonly causeId: string;
  readonly objectId: string;
  /** Null for anyone at the partner. */
  readonly memberId: MemberId | null;
  /** The community it belongs to. */
  readonly roomId: string | null;
}

/**
 * A subscription to the changes of one kind of object. Each object is read again by its selection for whoever it might
 * concern: `touched` only spares the others, and is never what decides who sees it.
 */
export interface LiveKind {
  /** The subscription's type, made of `Changed`. */
  readonly payload: AnySelection;
  readonly object: AnySelection;
  /** Events that may touch such an object: `/^exchange\./`. PostgreSQL must read it too. */
  readonly hears: RegExp;
  /** What these events touched, for these members; several rows may name one object and member. */
  touched(at: At, happened: readonly Happened[], members: readonly MemberId[]): Compilable<Touched>;
}

/** The same with what a subscription may be asked for. */
export interface Live<Args> extends LiveKind {
  /** Whether one with these arguments is about it. */
  wants?(args: Args, touched: Pick<Touched, "roomId">): boolean;
}

/** Of every subscription. */
export interface LiveArgs {
  readonly after?: string | null;
}
