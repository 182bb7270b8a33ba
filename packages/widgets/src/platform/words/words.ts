import type { Problem } from "../problem/problem.js";
import type { Catalogue } from "./catalogue.js";
import type { Manner } from "./languages.js";
import { overridden } from "./overrides.js";

export type Explain = (words: Words, error: unknown) => Problem | null;

/** What is said in one language: handed to whatever renders, and a new one when the language changes. */
export interface Words extends Manner {
  /** The strings of a catalogue; it must have been loaded. */
  of<Strings extends object>(catalogue: Catalogue<Strings>): Strings;
  /** Whether they have come, where they are fetched later than the first. */
  has(catalogue: Catalogue): boolean;
  /** Puts a refusal of the gateway into words; null where it was none, undefined until that was fetched. */
  readonly explain?: (error: unknown) => Problem | null;
}

/** Words in a language, and what explains problems in it where that is known. */
export function wordsIn(manner: Manner, explain?: Explain | null): Words {
  const words: Words = {
    ...manner,
    of: (catalogue) => overridden(catalogue, manner),
    has: (catalogue) => !!catalogue.in(manner.language),
    ...(explain && { explain: (error: unknown) => explain(words, error) }),
  };
  return words;
}
