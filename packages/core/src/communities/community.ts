import type { CommunityId } from "../values/index.js";

/** For whom a community exists. */
export const CommunityVisibility = {
  /** For everyone at the partner, signed in or not. */
  PUBLIC: "PUBLIC",
  /** For its active members and the partner's server. */
  MEMBERS_ONLY: "MEMBERS_ONLY",
} as const;
export type CommunityVisibility = (typeof CommunityVisibility)[keyof typeof CommunityVisibility];

/** People who share an experience, an interest or a value. */
export interface Community {
  readonly id: CommunityId;
  /** 1 to 120 characters. */
  readonly name: string;
  /** At most 2000 characters. */
  readonly description: string | null;
  /** At most 2000 characters. */
  readonly guidelines: string | null;
  /** At most 10, each 1 to 40 characters. */
  readonly topics: readonly string[];
  readonly visibility: CommunityVisibility;
  /** Most active members at once, at least 1; null for no bound. */
  readonly seats: number | null;
  /** Active members now. */
  readonly memberCount: number;
  readonly createdAt: Date;
}
