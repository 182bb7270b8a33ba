export { member, viewer } from "./member.selection.js";
export { holdMembers, keepTimeZone, type MemberRow } from "./member.store.js";
export type { MeetsAs } from "./member.table.js";
export { Member, Viewer } from "./member.type.js";
