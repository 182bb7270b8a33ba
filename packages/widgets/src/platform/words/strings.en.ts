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
  problem: {
    unreachable: "We could not reach the service.",
    unreachableNext: "Check your connection, then try again.",
    busy: "Too many tries in a short time.",
    busyNext: (seconds: number) => `Wait ${seconds === 1 ? "a second" : `${seconds} seconds`}, then try again.`,
    changed: "This has changed in the meantime.",
    changedNext: "You now see how it stands.",
    refused: "This is not open to you right now.",
    refusedNext: "The people who run this site can tell you more.",
    ours: "Something went wrong on our side.",
    oursNext: (requestId: string | undefined) =>
      requestId ? `Try again. If it stays, tell the people who run this site: ${requestId}` : "Try again in a while.",
  },
};

export type Strings = Translated<typeof strings>;
