/** What the loader asks for: a file of its own in the build, where the session itself stands in the one all share. */
export { KithSession } from "./kith-session.js";
