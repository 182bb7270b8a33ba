/** What can be followed: one's own exchanges, and the offers one may see. */
export type Stream = "EXCHANGES" | "OFFERS";

/** Calls `changed` after each change of what is followed, until what it returns is called. */
export type Follow = (stream: Stream, changed: () => void) => () => void;
