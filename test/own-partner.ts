import { type KithServer, kithServer, mintMemberToken } from "@kith/sdk/server";
import { createPartner } from "../packages/gateway/src/features/partners/create-partner.js";
import { openDatabase } from "../packages/gateway/src/platform/database/database.js";
import type { TestGateway } from "../packages/gateway/src/platform/http/testing.js";

export interface OwnPartner {
  readonly server: KithServer;
  tokenOf(externalId: string): Promise<string>;
}

/** A partner of a gateway, whose pages are at this origin. */
export async function ownPartner(gateway: TestGateway, origin: string): Promise<OwnPartner> {
  const database = openDatabase({
    url: gateway.databaseUrl,
    poolSize: 1,
    statementTimeoutMs: 5_000,
    onError: () => {},
  });
  const { partnerId, secretKey, signingKey } = await createPartner(database, gateway.config.encryptionKey, {
    name: "Harbour Clinic",
    origins: [origin],
    matchingDial: "PEER_TO_PEER",
  });
  await database.close();
  return {
    server: kithServer({ endpoint: gateway.url, secretKey }),
    tokenOf: (externalId) => mintMemberToken({ partnerId, signingKey, externalId }),
  };
}
