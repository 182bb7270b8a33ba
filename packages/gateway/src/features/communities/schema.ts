import { CommunityResolver } from "./community.resolver.js";
import { community } from "./community.selection.js";
import { communityMembership, membership, viewerMemberships } from "./membership.selection.js";
import { CommunityMembership, ViewerMemberships } from "./membership.type.js";

export const resolvers = [
  CommunityResolver,
  CommunityMembership,
  ViewerMemberships,
];
export const selections = [
  community,
  membership,
  communityMembership,
  viewerMemberships,
];
