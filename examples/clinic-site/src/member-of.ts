import { createKith, type Kith } from "@kith/sdk";
import { mintMemberToken } from "@kith/sdk/server";
import type { Person, Settings } from "./settings.ts";

/** Kith as this person sees it, for pages that the clinic's own server writes. */
export function memberOf({ endpoint, partnerId, signingKey }: Settings, { externalId }: Person): Kith {
  return createKith({ endpoint, getToken: () => mintMemberToken({ partnerId, signingKey, externalId }) });
}
