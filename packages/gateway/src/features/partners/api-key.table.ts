import type { PartnerId } from "@kith/core/values";
import type { Fixed, FixedStamp } from "../../platform/database/columns.js";

export type ApiKeyKind = "SECRET" | "PUBLISHABLE";

/** Only a hash is kept: the key itself is shown once. */
export interface ApiKeyTable {
  partnerId: Fixed<PartnerId>;
  id: Fixed<string>;
  kind: Fixed<ApiKeyKind>;
  /** SHA-256: 32 bytes. */
  hash: Fixed<Buffer>;
  /** Its last few characters, to tell keys apart in a list. */
  hint: Fixed<string>;
  createdAt: FixedStamp;
  revokedAt: Date | null;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    apiKey: ApiKeyTable;
  }
}
