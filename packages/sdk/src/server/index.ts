export {
  CreateCommunityDocument,
  MemberByExternalIdDocument,
  RevokeMemberTokensDocument,
  UpsertMemberDocument,
} from "../_generated/operations.js";
export type { CreateCommunityInput, UpsertMemberInput } from "../types.js";
export {
  type KithServer,
  type KithServerOptions,
  kithServer,
  type ServerCommunities,
  type ServerMembers,
} from "./kith-server.js";
export { type MintMemberTokenOptions, mintMemberToken, type SigningKey } from "./mint-member-token.js";
