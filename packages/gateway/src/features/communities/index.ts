export { activeIn } from "./active-in.js";
export { community } from "./community.selection.js";
export { Community } from "./community.type.js";
