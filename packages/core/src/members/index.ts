export { isReachable } from "./is-reachable.js";
export { type Aged, isAdult, mayMeet } from "./may-meet.js";
export { type MemberAccessFacts, type MemberGrant, memberAccess, memberView } from "./member.access.js";
export { AgeBand, type Member, MemberRole, MemberState } from "./member.js";
export type { Viewer } from "./viewer.js";
