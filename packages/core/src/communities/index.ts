export { type CommunityGrant, communityAccess, type MembershipGrant, membershipAccess } from "./community.access.js";
export { type Community, CommunityVisibility } from "./community.js";
export { type JoinCommunityRefusal, joinCommunity } from "./join-community.js";
export { type LeaveCommunityRefusal, leaveCommunity } from "./leave-community.js";
export {
  isActiveMember,
  isFacilitator,
  type Membership,
  type MembershipChange,
  MembershipRole,
  MembershipState,
} from "./membership.js";
export { type RemoveMemberRefusal, removeMember } from "./remove-member.js";
export { shareCommunity } from "./share-community.js";
