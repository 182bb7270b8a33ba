import type { MemberId, PartnerId } from "@kith/core/values";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.js";

/** The channel on which writers say whose credentials may no longer mean what they meant. */
export const IDENTITY_CHANNEL = "kith_identity";

export interface IdentityChange {
  readonly partnerId: PartnerId;
  /** Null when it concerns the partner: a key, an origin, the dial. */
  readonly memberId: MemberId | null;
}

/** The notification itself, for a statement that sends it along with its change: `pg_notify(channel, payload)`. */
export function identityChanged(partnerId: PartnerId, memberId: MemberId | null): { channel: string; payload: string } {
  return { channel: IDENTITY_CHANNEL, payload: memberId === null ? partnerId : `${partnerId} ${memberId}` };
}

/**
 * For what changes a member or a partner's keys, origins or dial otherwise than by a mutation, in the transaction that
 * does: every gateway hears of it when that commits, and forgets what it knew.
 */
export async function notifyIdentityChanged(
  trx: Transaction<Tables> | Kysely<Tables>,
  partnerId: PartnerId,
  memberId: MemberId | null,
): Promise<void> {
  const { channel, payload } = identityChanged(partnerId, memberId);
  await sql`select pg_notify(${channel}, ${payload})`.execute(trx);
}

export function parseIdentityChange(payload: string): IdentityChange {
  const [partnerId, memberId] = payload.split(" ");
  return { partnerId: partnerId as PartnerId, memberId: (memberId as MemberId | undefined) ?? null };
}
