import type { PartnerId } from "@kith/core/values";
import type { Database } from "../../platform/database/database.js";
import { notifyIdentityChanged } from "../../platform/identity/identity-changes.js";
import type { Refused } from "./change-keys.js";
import { operatorDeed } from "./operator-deed.js";
import { deleteOrigins, insertOrigins, isPartner, listOrigins } from "./partner.store.js";

/** As many as `createPartnerInput` takes. */
const MOST = 50;

/** Lets pages at these origins use the partner's keys, or no longer; answers all there are then. At once everywhere. */
export function changeOrigins(
  database: Database,
  partnerId: PartnerId,
  { add = [], remove = [] }: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
): Promise<readonly string[] | Refused | { readonly refused: "TOO_MANY" }> {
  return database.transaction(async (trx) => {
    if (!(await isPartner(trx, partnerId))) return { refused: "NO_SUCH_PARTNER" };
    const known = await listOrigins(trx, partnerId);
    // Two who add at once may both pass; a few more do no harm, no end to them would.
    if (new Set([...known, ...add]).size > MOST) return { refused: "TOO_MANY" };
    await insertOrigins(trx, partnerId, add);
    await deleteOrigins(trx, partnerId, remove);
    const action = add.length > 0 ? "addOrigins" : "removeOrigins";
    await operatorDeed(trx, partnerId, { action, objectId: null });
    await notifyIdentityChanged(trx, partnerId, null);
    return listOrigins(trx, partnerId);
  });
}
