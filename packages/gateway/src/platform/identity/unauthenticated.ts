import type { GraphQLError } from "graphql";
import { fault } from "../graphql/errors.js";

/** Why a credential was turned away, for the developer who holds it. Said only of what is theirs to know. */
export type CredentialReason =
  | "CREDENTIAL_MISSING"
  | "CREDENTIAL_MALFORMED"
  | "KEY_UNKNOWN"
  | "KEY_REVOKED"
  | "TOKEN_INVALID"
  | "TOKEN_EXPIRED"
  | "TOKEN_NOT_YET_VALID"
  | "TOKEN_TOO_LONG_LIVED"
  | "TOKEN_WRONG_AUDIENCE"
  | "TOKEN_WRONG_ISSUER"
  | "TOKEN_CARRIES_ROLE"
  | "TOKEN_SUBJECT_INVALID"
  | "TOKEN_REVOKED"
  | "MEMBER_NOT_ACTIVE";

export function unauthenticated(reason: CredentialReason): GraphQLError {
  return fault("UNAUTHENTICATED", { reason });
}
