/** Who settles that two people meet: the partner's choice. */
export const MatchingDial = {
  /** Staff bring people together. */
  STAFF_PROPOSES: "STAFF_PROPOSES",
  /** Members ask, staff approve. */
  STAFF_APPROVES: "STAFF_APPROVES",
  /** Kith suggests, staff settle it. */
  SUGGEST_ONLY: "SUGGEST_ONLY",
  /** Members settle it between them. */
  PEER_TO_PEER: "PEER_TO_PEER",
} as const;
export type MatchingDial = (typeof MatchingDial)[keyof typeof MatchingDial];
