import type { KeyObject } from "node:crypto";
import type { PartnerId } from "@kith/core/values";
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from "jose";
import { type CredentialReason, unauthenticated } from "./unauthenticated.js";

/** Seconds by which a partner's clock and ours may differ. */
const CLOCK_TOLERANCE = 30;
/** A stolen token is of use for an hour at most. */
const LONGEST_LIFE = 3600;
/** A member is named by a token and never made anything more by it, whatever the partner's login calls its claims. */
const ROLE_CLAIM =
  /^(.*[:/#])?(is_?)?(roles?|scopes?|scp|permissions?|perms|groups?|authorit(y|ies)|entitlements?|privileges?|grants?|admin|superuser|realm_access|resource_access)$/i;

export interface MemberToken {
  readonly externalId: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** The id of the key it says it is signed with. Nothing of a token is true until its signature is. */
export function kidOf(token: string): string {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    if (alg === "HS256" && typeof kid === "string") return kid;
  } catch {
    // Not even a token: refused below, like one that says it needs no signature.
  }
  throw unauthenticated("TOKEN_INVALID");
}

/** The signature first, then each claim; a token that fails any is refused with its reason. */
export async function verifyMemberToken(
  token: string,
  { partnerId, secret, now }: { partnerId: PartnerId; secret: KeyObject; now: Date },
): Promise<MemberToken> {
  const claims = await verified(token, partnerId, secret, now);
  // Present and, the times, numbers: jose has seen to it.
  const { sub, iat, exp } = claims as { sub: unknown; iat: number; exp: number };
  if (Object.keys(claims).some((name) => ROLE_CLAIM.test(name))) throw unauthenticated("TOKEN_CARRIES_ROLE");
  if (iat > now.getTime() / 1000 + CLOCK_TOLERANCE) throw unauthenticated("TOKEN_NOT_YET_VALID");
  if (!(exp - iat <= LONGEST_LIFE)) throw unauthenticated("TOKEN_TOO_LONG_LIVED");
  if (typeof sub !== "string") throw unauthenticated("TOKEN_SUBJECT_INVALID");
  return { externalId: sub, issuedAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
}

async function verified(token: string, partnerId: PartnerId, secret: KeyObject, now: Date): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ["HS256"],
      audience: "kith",
      issuer: partnerId,
      requiredClaims: ["sub", "iat", "exp"],
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: now,
    });
    return payload;
  } catch (error) {
    throw unauthenticated(reasonOf(error));
  }
}

function reasonOf(error: unknown): CredentialReason {
  if (error instanceof errors.JWTExpired) return "TOKEN_EXPIRED";
  if (!(error instanceof errors.JWTClaimValidationFailed)) return "TOKEN_INVALID";
  switch (error.claim) {
    case "aud":
      return "TOKEN_WRONG_AUDIENCE";
    case "iss":
      return "TOKEN_WRONG_ISSUER";
    case "nbf":
      return error.reason === "check_failed" ? "TOKEN_NOT_YET_VALID" : "TOKEN_INVALID";
    case "sub":
      return "TOKEN_SUBJECT_INVALID";
    default:
      return "TOKEN_INVALID";
  }
}
