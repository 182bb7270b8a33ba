import { SignJWT } from "jose";
import { serverOnly } from "./server-only.js";

const LONGEST = 3_600;
// What the gateway would refuse anyway, said where it can be seen.
const OPAQUE = /^[^\p{Cc}]{1,128}$/u;
const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]/;

export interface SigningKey {
  kid: string;
  secret: string;
}

export interface MintMemberTokenOptions {
  /** `prt_…` */
  partnerId: string;
  signingKey: SigningKey;
  /** Your own id of the signed-in person: opaque, 1 to 128 characters, not an e-mail address. */
  externalId: string;
  /** Seconds the token holds, 1 to 3600; 900 unless said. */
  expiresIn?: number;
}

/** Signs a token by which the member's browser talks to Kith. Mint it only for the person who is signed in with you. */
export async function mintMemberToken(options: MintMemberTokenOptions): Promise<string> {
  serverOnly("mintMemberToken");
  const { partnerId, signingKey, externalId, expiresIn = 900 } = options;
  for (const [name, value] of Object.entries({
    partnerId,
    "signingKey.kid": signingKey?.kid,
    "signingKey.secret": signingKey?.secret,
  })) {
    if (typeof value !== "string" || value === "") throw new TypeError(`${name} is missing.`);
  }
  if (typeof externalId !== "string" || !OPAQUE.test(externalId) || EMAIL.test(externalId)) {
    throw new TypeError("externalId must be text of 1 to 128 characters, and not an e-mail address.");
  }
  if (!(expiresIn >= 1 && expiresIn <= LONGEST)) throw new RangeError("expiresIn must be 1 to 3600 seconds.");
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT()
    .setProtectedHeader({ alg: "HS256", kid: signingKey.kid, typ: "JWT" })
    .setIssuer(partnerId)
    .setAudience("kith")
    .setSubject(externalId)
    .setIssuedAt(now)
    .setExpirationTime(now + Math.floor(expiresIn))
    .sign(new TextEncoder().encode(signingKey.secret));
}
