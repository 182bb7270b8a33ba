import type { MemberId } from "../values/index.js";

/** Said by the partner's server alone. Whoever has none counts as a minor. */
export const AgeBand = { MINOR: "MINOR", ADULT: "ADULT" } as const;
export type AgeBand = (typeof AgeBand)[keyof typeof AgeBand];

/** What the partner's server made of a member; never by a token, never by oneself. */
export const MemberRole = { MODERATOR: "MODERATOR", CARE_TEAM: "CARE_TEAM" } as const;
export type MemberRole = (typeof MemberRole)[keyof typeof MemberRole];

/** Where a member stands. */
export const MemberState = {
  ACTIVE: "ACTIVE",
  /** Takes a rest: may read, and is not asked for anything. */
  PAUSED: "PAUSED",
  /** May not sign in for now. */
  SUSPENDED: "SUSPENDED",
  DISCHARGED: "DISCHARGED",
  ERASED: "ERASED",
  DECEASED: "DECEASED",
} as const;
export type MemberState = (typeof MemberState)[keyof typeof MemberState];

/** A person known to Kith by the partner's own id for them. */
export interface Member {
  readonly id: MemberId;
  /** Opaque: see `isExternalId`. */
  readonly externalId: string;
  /** 1 to 80 characters, may be a pseudonym; null until the partner's server gives one. */
  readonly displayName: string | null;
  /** Null: unknown, which counts as a minor. */
  readonly ageBand: AgeBand | null;
  readonly roles: readonly MemberRole[];
  /** At most 10 BCP 47 tags, best first. */
  readonly languages: readonly string[];
  /** IANA name; null until known. */
  readonly timeZone: string | null;
  readonly state: MemberState;
}
