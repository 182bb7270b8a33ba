import { parseOrigin } from "@kith/core/partners";
import { changeOrigins } from "../features/partners/change-origins.js";
import { isPartner, listOrigins } from "../features/partners/partner.store.js";
import { CommandError, EXIT } from "./exit.js";
import { partnerIdIn } from "./keys.js";
import { orRefused } from "./refusal.js";
import { tell } from "./tell.js";
import { withDatabase } from "./with-database.js";

export const ORIGIN_FORM =
  "An origin is written as browsers send it, without a path: https://clinic.example (http only for localhost).";

/** Adds or removes origins, or neither, and shows all there are then. */
export async function origins(
  env: NodeJS.ProcessEnv,
  partner: string,
  change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
  json: boolean,
): Promise<void> {
  const partnerId = partnerIdIn(partner);
  // What is taken away may be anything: it was only ever compared.
  if (change.add?.some((origin) => parseOrigin(origin) === null)) throw new CommandError(ORIGIN_FORM, EXIT.USAGE);
  const all = await withDatabase(env, async (database) => {
    if (change.add || change.remove) return changeOrigins(database, partnerId, change);
    if (!(await isPartner(database.kysely, partnerId))) return { refused: "NO_SUCH_PARTNER" };
    return listOrigins(database.kysely, partnerId);
  });
  const left = orRefused(all);
  tell(json, { partnerId, origins: left }, left.length > 0 ? left.join("\n") : "No origins: no page may use its keys.");
}
