import { createPartnerInput } from "@kith/core/partners/input";
import * as v from "valibot";
import { type CreatedPartner, createPartner } from "../features/partners/create-partner.js";
import { CommandError, EXIT } from "./exit.js";
import { ORIGIN_FORM } from "./origins.js";
import { tell } from "./tell.js";
import { withKeys } from "./with-database.js";

export interface PartnerCreateOptions {
  readonly name: string;
  readonly origins: readonly string[];
  readonly matchingDial: string | undefined;
  readonly json: boolean;
}

const WHAT: Readonly<Record<string, string>> = {
  name: "The name must be 1 to 120 characters on one line.",
  origins: ORIGIN_FORM,
  matchingDial: "The dial is one of STAFF_PROPOSES, STAFF_APPROVES, SUGGEST_ONLY, PEER_TO_PEER.",
};

export async function partnerCreate(env: NodeJS.ProcessEnv, { json, ...given }: PartnerCreateOptions): Promise<void> {
  const input = v.safeParse(createPartnerInput, given);
  if (!input.success) {
    const field = String(input.issues[0].path?.[0]?.key);
    throw new CommandError(WHAT[field] ?? "The partner cannot be created like this.", EXIT.USAGE);
  }
  const created = await withKeys(env, (database, encryptionKey) =>
    createPartner(database, encryptionKey, input.output),
  );
  tell(json, created, shown(input.output.name, created));
}

function shown(name: string, { partnerId, publishableKey, secretKey, signingKey }: CreatedPartner): string {
  return `${name} is ${partnerId}. Keep these now: they are not shown again.

  publishable key (pages)             ${publishableKey}
  secret key (your server only)       ${secretKey}
  signing key, kid                    ${signingKey.kid}
  signing key, secret (server only)   ${signingKey.secret}
`;
}
