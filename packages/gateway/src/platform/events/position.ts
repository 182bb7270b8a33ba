import type { KeyObject } from "node:crypto";
import type { PartnerId } from "@kith/core/values";
import { seal, unseal } from "../identity/seal.js";

/** A place in the outbox: all before it, and the event itself, have been seen. */
export interface Position {
  /** Of the transaction that wrote the event. */
  readonly transactionId: string;
  /** Empty: before the transaction's first event. */
  readonly eventId: string;
}

export function isAfter(one: Position, other: Position): boolean {
  const [a, b] = [BigInt(one.transactionId), BigInt(other.transactionId)];
  return a > b || (a === b && one.eventId > other.eventId);
}

export interface Cursor extends Position {
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

const about = (partnerId: PartnerId) => `live cursor ${partnerId}`;
const PARTS = /^(\d{1,20}) (evt_[0-9a-z]{26})? (\d{1,15})$/;

/** What a client is given to come back with. Sealed: a place in the outbox tells how much all partners write. */
export function sealCursor(key: KeyObject, partnerId: PartnerId, { transactionId, eventId, issuedAt }: Cursor): string {
  return seal(key, `${transactionId} ${eventId} ${issuedAt}`, about(partnerId)).toString("base64url");
}

/** Null if it is none of this partner's. */
export function unsealCursor(key: KeyObject, partnerId: PartnerId, text: string): Cursor | null {
  try {
    const parts = PARTS.exec(unseal(key, Buffer.from(text, "base64url"), about(partnerId)));
    if (!parts) return null;
    const [, transactionId = "", eventId = "", issuedAt] = parts;
    return { transactionId, eventId, issuedAt: Number(issuedAt) };
  } catch {
    return null;
  }
}
