export {
  type RevokeMemberTokensInput,
  revokeMemberTokensInput,
  type UpdateProfileInput,
  type UpsertMemberInput,
  updateProfileInput,
  upsertMemberInput,
} from "./member.input.js";
