export { member, viewer } from "./member.selection.js";
export { Member, Viewer } from "./member.type.js";
