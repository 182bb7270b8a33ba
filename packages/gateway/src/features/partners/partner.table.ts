import type { MatchingDial } from "@kith/core/partners";
import type { PartnerId } from "@kith/core/values";
import type { Generated } from "kysely";
import type { Fixed, FixedStamp } from "../../platform/database/columns.js";

/** Its id is its own `partner_id`, so that it is read like any other table. */
export interface PartnerTable {
  partnerId: Fixed<PartnerId>;
  name: string;
  matchingDial: Generated<MatchingDial>;
  createdAt: FixedStamp;
}

/** A site whose pages may carry the partner's widgets. Exact: scheme, host and port. */
export interface PartnerOriginTable {
  partnerId: Fixed<PartnerId>;
  origin: Fixed<string>;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    partner: PartnerTable;
    partnerOrigin: PartnerOriginTable;
  }
}
