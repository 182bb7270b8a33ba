import type { Look } from "./look.ts";
import type { Person, Settings } from "./settings.ts";
import type { Words } from "./words/en.ts";

/** One look at the site: who is here, and how they want to see it. */
export interface Visit {
  settings: Settings;
  /** Null when nobody is signed in. */
  person: Person | null;
  look: Look;
  words: Words;
}
/** A visit of someone who is signed in. */
export type SignedIn = Visit & { person: Person };
