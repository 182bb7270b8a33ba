export { type CreateCommunityInput, createCommunityInput } from "./community.input.js";
export {
  type JoinCommunityInput,
  joinCommunityInput,
  type LeaveCommunityInput,
  leaveCommunityInput,
  type RemoveMemberInput,
  removeMemberInput,
} from "./membership.input.js";
