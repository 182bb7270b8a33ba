import type { Member } from "./member.js";
import type { Viewer } from "./viewer.js";

/** Why a viewer may see a member. */
export type MemberGrant = "SELF" | "SERVER" | "SHARED_COMMUNITY" | "SHARED_EXCHANGE";

/** What decides who sees a member. */
export interface MemberAccessFacts {
  readonly member: Pick<Member, "id">;
  readonly viewer: Viewer;
  /** Whether both are active in one community: `shareCommunity`. */
  readonly sharesCommunity: boolean;
  /** Whether the two are, or were, the sides of an exchange. */
  readonly sharesExchange: boolean;
}

/**
 * Who sees that a member is there: oneself, the partner's server, those who share a community where both are active,
 * the other side of an exchange. Null for everyone else.
 */
export function memberAccess({ member, viewer, ...shares }: MemberAccessFacts): MemberGrant | null {
  switch (viewer.kind) {
    case "SERVER":
      return "SERVER";
    case "PUBLIC":
      return null;
    case "MEMBER":
      if (viewer.memberId === member.id) return "SELF";
      if (shares.sharesCommunity) return "SHARED_COMMUNITY";
      return shares.sharesExchange ? "SHARED_EXCHANGE" : null;
    default:
      return viewer satisfies never;
  }
}

/** How much of a member a grant shows: everything, or the id and the name alone. */
export function memberView(grant: MemberGrant): "FULL" | "NAME" {
  switch (grant) {
    case "SELF":
    case "SERVER":
      return "FULL";
    case "SHARED_COMMUNITY":
    case "SHARED_EXCHANGE":
      return "NAME";
    default:
      return grant satisfies never;
  }
}
