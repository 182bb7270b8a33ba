import { MemberResolver } from "./member.resolver.js";
import { member, viewer } from "./member.selection.js";

export const resolvers = [MemberResolver];
export const selections = [
  member,
  viewer,
];
