/** How the two people of an exchange meet. */
export const WayToMeet = {
  MESSAGE: "MESSAGE",
  CALL: "CALL",
  /** Face to face; needs the partner to turn it on. */
  IN_PERSON: "IN_PERSON",
  /** Hands-on help; needs the partner to turn it on. */
  PRACTICAL: "PRACTICAL",
} as const;
export type WayToMeet = (typeof WayToMeet)[keyof typeof WayToMeet];

/** All of them, the easiest to begin with first. */
export const WAYS_TO_MEET = [WayToMeet.MESSAGE, WayToMeet.CALL, WayToMeet.IN_PERSON, WayToMeet.PRACTICAL] as const;
