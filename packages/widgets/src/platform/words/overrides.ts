import { currentOffer } from "../session/session.js";
import type { Catalogue, Catalogues } from "./catalogue.js";
import type { Language, Manner } from "./languages.js";

type Some<Strings> = {
  readonly [Key in keyof Strings]?: Strings[Key] extends string | readonly string[] | ((...given: never) => string)
    ? Strings[Key]
    : Some<Strings[Key]>;
};

/** A page's own words, by language and catalogue. What stands under `de-AT` counts there before what stands under `de`. */
export type WordOverrides = {
  readonly [Tag in Language | `${Language}-${string}`]?: {
    readonly [Name in keyof Catalogues]?: Some<Catalogues[Name]>;
  };
};

/** A catalogue's strings, and over them the page's own. */
export function overridden<Strings extends object>({ name, in: strings }: Catalogue<Strings>, manner: Manner): Strings {
  const words = (currentOffer().words ?? {}) as Record<string, Record<string, unknown> | undefined>;
  // Where the page has no region they are the same, and the second changes nothing.
  return [manner.language, manner.tag].reduce(
    (under, tag) => laid(under, words[tag]?.[name]),
    strings(manner.language) as unknown,
  ) as Strings;
}

function laid(under: unknown, over: unknown): unknown {
  if (over == null) return under;
  if (typeof over !== "object" || Array.isArray(over)) return over;
  const result = { ...(under as Record<string, unknown>) };
  for (const [key, value] of Object.entries(over)) result[key] = laid(result[key], value);
  return result;
}
