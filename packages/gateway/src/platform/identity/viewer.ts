import type { MatchingDial } from "@kith/core/partners";
import type { MemberId, PartnerId } from "@kith/core/values";

/** Who asks, known once per request. Everything a request may read or write follows from this. */
export type Viewer = MemberViewer | ServerViewer | PublicViewer;

export interface MemberViewer {
  readonly kind: "MEMBER";
  readonly partnerId: PartnerId;
  readonly memberId: MemberId;
  /** False also when the partner never said: unknown counts as a minor. */
  readonly isAdult: boolean;
  readonly timeZone: string | null;
  /** The name the audit log knows the member by. */
  readonly pseudonym: string;
  readonly matchingDial: MatchingDial;
  /** The secret key that acts for the member; null when the member came with a token. */
  readonly actingKeyId: string | null;
}

/** The partner's own server, by its secret key. */
export interface ServerViewer {
  readonly kind: "SERVER";
  readonly partnerId: PartnerId;
  readonly keyId: string;
  readonly matchingDial: MatchingDial;
}

/** Anyone who reads the partner's page, by its publishable key. */
export interface PublicViewer {
  readonly kind: "PUBLIC";
  readonly partnerId: PartnerId;
  readonly keyId: string;
  readonly matchingDial: MatchingDial;
}
