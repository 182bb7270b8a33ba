import type { MemberId, PartnerId } from "@kith/core/values";
import type { Transaction } from "kysely";
import { openDatabase } from "../database/database.js";
import type { Tables } from "../database/tables.js";
import type { TestGateway } from "../http/testing.js";
import { notifyIdentityChanged } from "./identity-changes.js";

type Changed = (partnerId: PartnerId, memberId: MemberId | null) => Promise<void>;

/** Changes what is kept of identities as another process would: in one transaction that tells the gateways. */
export async function adminOf(
  { databaseUrl }: Pick<TestGateway, "databaseUrl">,
  work: (trx: Transaction<Tables>, changed: Changed) => Promise<void>,
): Promise<void> {
  const database = openDatabase({ url: databaseUrl, poolSize: 1, statementTimeoutMs: 5000, onError: () => undefined });
  try {
    await database.transaction((trx) =>
      work(trx, (partnerId, memberId) => notifyIdentityChanged(trx, partnerId, memberId)),
    );
  } finally {
    await database.close();
  }
}
