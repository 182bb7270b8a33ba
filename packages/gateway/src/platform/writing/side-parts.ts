import { type IdentityChange, identityChanged } from "../identity/identity-changes.js";
import { newId } from "./new-id.js";
import { insertRows, type Part } from "./together.js";

export interface Emitted {
  readonly type: string;
  readonly objectId: string;
}
export interface Audited {
  readonly action: string;
  readonly objectId: string | null;
}
/** Under whose name a change stands in the audit: keys by id, people only by their pseudonym. */
export interface Actor {
  readonly kind: "MEMBER" | "SERVER";
  readonly name: string;
  readonly onBehalfOf: string | null;
}
/** The ids answered to a request that may come again. */
export interface KeptAnswer {
  readonly caller: string;
  readonly key: string;
  readonly responseKey: string;
  readonly inputHash: Buffer;
  readonly result: Readonly<Record<string, string | null>>;
}
export interface Side {
  readonly now: Date;
  readonly requestId: string;
  readonly actor: Actor;
  readonly events: readonly Emitted[];
  readonly audits: readonly Audited[];
  readonly answer: KeptAnswer | null;
  readonly identityChanges: readonly IdentityChange[];
}

/** What goes with every change: events to act on later, the audit, the answer kept for a repeat, word to all gateways. */
export function sideParts({ now, requestId, actor, events, audits, answer, identityChanges }: Side): Part[] {
  const parts: Part[] = [];
  if (events.length > 0) {
    const rows = events.map(({ type, objectId }) => ({ id: newId("evt"), type, object_id: objectId, created_at: now }));
    parts.push(insertRows("outbox", rows));
  }
  if (audits.length > 0) {
    const rows = audits.map(({ action, objectId }) => ({
      id: newId("aud"),
      at: now,
      actor_kind: actor.kind,
      actor: actor.name,
      on_behalf_of: actor.onBehalfOf,
      action,
      object_id: objectId,
      request_id: requestId,
    }));
    parts.push(insertRows("audit", rows));
  }
  if (answer) {
    const { caller, key, responseKey, inputHash, result } = answer;
    const row = { caller, key, response_key: responseKey, input_hash: inputHash, result: JSON.stringify(result) };
    parts.push(insertRows("idempotency", [{ ...row, created_at: now }]));
  }
  // Last, for it is no change: only what a statement ends with is sure to be asked.
  if (identityChanges.length > 0) parts.push(tellOf(identityChanges));
  return parts;
}

const tellOf =
  (changes: readonly IdentityChange[]): Part =>
  (bind) => {
    const notified = changes.map(({ partnerId, memberId }) => {
      const { channel, payload } = identityChanged(partnerId, memberId);
      return `pg_notify(${bind(channel)}, ${bind(payload)})`;
    });
    return `select ${notified.join(", ")}`;
  };
