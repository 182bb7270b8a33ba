import {
  CommunitiesDocument,
  CommunityDocument,
  JoinCommunityDocument,
  LeaveCommunityDocument,
  RemoveMemberDocument,
  ViewerMembershipsDocument,
} from "../_generated/operations.js";
import { nodeOf, viewerOf } from "../node.js";
import { type Pages, pagesOf } from "../pages.js";
import type { Request, RequestOptions } from "../transport.js";
import type { Community, Membership, RemoveMemberInput } from "../types.js";

type NoFilter = Record<never, never>;

/** Communities that exist for the caller, newest first. */
export interface Communities extends Pages<NoFilter, Community> {
  readonly get: (id: string, options?: RequestOptions) => Promise<Community>;
  /** `CAPACITY_REACHED` when every seat is taken; `FORBIDDEN` for someone who was removed. Twice is as once. */
  readonly join: (id: string, options?: RequestOptions) => Promise<Membership>;
  readonly leave: (id: string, options?: RequestOptions) => Promise<Membership>;
  /** By a facilitator of the community. */
  readonly removeMember: (input: RemoveMemberInput, options?: RequestOptions) => Promise<Membership>;
}

/** The member's own active memberships, newest community first. */
export type Memberships = Pages<NoFilter, Membership>;

export function communities(request: Request): Communities {
  return {
    ...pagesOf(async (_: NoFilter, page, options) => (await request(CommunitiesDocument, page, options)).communities),
    get: async (id, options) => nodeOf("Community", (await request(CommunityDocument, { id }, options)).node),
    join: async (communityId, options) =>
      (await request(JoinCommunityDocument, { input: { communityId } }, options)).joinCommunity.membership,
    leave: async (communityId, options) =>
      (await request(LeaveCommunityDocument, { input: { communityId } }, options)).leaveCommunity.membership,
    removeMember: async (input, options) =>
      (await request(RemoveMemberDocument, { input }, options)).removeMember.membership,
  };
}

export function memberships(request: Request): Memberships {
  return pagesOf(
    async (_: NoFilter, page, options) => viewerOf(await request(ViewerMembershipsDocument, page, options)).memberships,
  );
}
