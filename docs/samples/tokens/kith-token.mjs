import { mintMemberToken } from "@kith/sdk/server";

/** A token by which the browser of this person, who is signed in with you, may speak to Kith for 15 minutes. */
export function kithToken(externalId) {
  return mintMemberToken({
    partnerId: process.env.KITH_PARTNER_ID,
    signingKey: { kid: process.env.KITH_SIGNING_KID, secret: process.env.KITH_SIGNING_SECRET },
    externalId,
  });
}
