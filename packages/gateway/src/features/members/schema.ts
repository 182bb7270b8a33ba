import * as payloads from "./member.input.js";
import { MemberMutations } from "./member.mutations.js";
import { MemberResolver } from "./member.resolver.js";
import { member, viewer } from "./member.selection.js";

export const resolvers = [MemberResolver, MemberMutations];
export const selections = [
  member,
  viewer,
  payloads.upsertMemberPayload,
  payloads.revokeMemberTokensPayload,
  payloads.updateProfilePayload,
];
