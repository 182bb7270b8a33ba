import { randomUUID } from "node:crypto";
import type { PartnerId } from "@kith/core/values";
import type { Transaction } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import { newId } from "../../platform/writing/new-id.js";

/** Writes into the audit log what the deployment's operator did for a partner, in the transaction that does it. */
export async function operatorDeed(
  trx: Transaction<Tables>,
  partnerId: PartnerId,
  deed: { readonly action: string; readonly objectId: string | null; readonly onBehalfOf?: string | null },
): Promise<void> {
  await trx
    .insertInto("audit")
    .values({
      partnerId,
      id: newId("aud"),
      actorKind: "SYSTEM",
      actor: "kith",
      onBehalfOf: deed.onBehalfOf ?? null,
      action: deed.action,
      objectId: deed.objectId,
      requestId: randomUUID(),
    })
    .execute();
}
