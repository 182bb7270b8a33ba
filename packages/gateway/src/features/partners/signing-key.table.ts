import type { PartnerId } from "@kith/core/values";
import type { Fixed, FixedStamp } from "../../platform/database/columns.js";

/** What a partner's server signs member tokens with. It must be read to verify, so it is encrypted, not hashed. */
export interface SigningKeyTable {
  partnerId: Fixed<PartnerId>;
  kid: Fixed<string>;
  /** Under the deployment's key. */
  secretEncrypted: Buffer;
  createdAt: FixedStamp;
  retiredAt: Date | null;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    signingKey: SigningKeyTable;
  }
}
