export { activeIn } from "./active-in.js";
export { community } from "./community.selection.js";
export { communityById } from "./community.store.js";
export { Community } from "./community.type.js";
export { membershipOf, membershipsOf } from "./membership.store.js";
