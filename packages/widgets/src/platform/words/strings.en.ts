import type { Translated } from "./catalogue.js";

/** What every element says. */
export const strings = {
  crisis: "Help in a crisis",
  exit: "Leave this page fast",
  exitHint: "Or press Escape three times",
  loading: "Loading",
  tryAgain: "Try again",
  signedOut: "You are signed out.",
  signedOutNext: "Sign in on this site, then come back here. Help in a crisis is open to you either way.",
  unreachable: "We could not reach the service.",
  unreachableNext: "Check your connection, then try again.",
};

export type Strings = Translated<typeof strings>;
