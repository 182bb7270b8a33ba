import { createCommunityPayload } from "./community.input.js";
import { CommunityMutations } from "./community.mutations.js";
import { CommunityResolver } from "./community.resolver.js";
import { community } from "./community.selection.js";
import * as payloads from "./membership.input.js";
import { MembershipMutations } from "./membership.mutations.js";
import { communityMembership, membership, viewerMemberships } from "./membership.selection.js";
import { CommunityMembership, ViewerMemberships } from "./membership.type.js";

export const resolvers = [
  CommunityResolver,
  CommunityMembership,
  ViewerMemberships,
  CommunityMutations,
  MembershipMutations,
];
export const selections = [
  community,
  membership,
  communityMembership,
  viewerMemberships,
  createCommunityPayload,
  payloads.joinCommunityPayload,
  payloads.leaveCommunityPayload,
  payloads.removeMemberPayload,
];
