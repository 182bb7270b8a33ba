import { AgeBand } from "./member.js";

/** What is known of a person's age: the band itself, or whether the band says adult. */
export type Aged = { readonly ageBand: AgeBand | null } | { readonly isAdult: boolean };

/** Whether the partner's server said that they are of age. Unknown is no. */
export function isAdult(person: Aged): boolean {
  return "ageBand" in person ? person.ageBand === AgeBand.ADULT : person.isAdult;
}

/**
 * Whether the two may support each other: adults with adults, all others with all others. Unknown counts as a minor.
 */
export function mayMeet(one: Aged, other: Aged): boolean {
  return isAdult(one) === isAdult(other);
}
