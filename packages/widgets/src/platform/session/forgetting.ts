/** Who signed out of this page: what is kept of theirs goes before anything else is read or kept. */
export interface Forgetting {
  /** Whoever is still to be forgotten; null where it is not known who it was. */
  readonly waiting: Set<string | null>;
  /** How often somebody signed out here: what was begun before is not kept any more. */
  times: number;
  /** Forgets whoever waits, now; there once anything can have been kept from here. */
  now?: () => Promise<void>;
}
