import type { Language } from "./languages.js";

/** What a translation of a catalogue must hold: the same keys, the same arguments, other words. */
export type Translated<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : Catalogue[Key] extends string
      ? string
      : Translated<Catalogue[Key]>;
};

/** The words of every catalogue by its name. Each `words.ts` adds its own, so that a page can override them typed. */
// biome-ignore lint/suspicious/noEmptyInterface: filled where the catalogues are
export interface Catalogues {}

/** What one element, part or all of them say: a file a language, each fetched when it is needed. */
export interface Catalogue<Strings extends object = object> {
  readonly name: string;
  /** Rejects when the file could not be fetched; may be tried again. */
  load(language: Language): Promise<void>;
  /** Undefined until it was loaded. */
  in(language: Language): Strings | undefined;
}

export function catalogue<Name extends keyof Catalogues>(
  name: Name,
  files: Record<Language, () => Promise<{ readonly strings: Catalogues[Name] }>>,
): Catalogue<Catalogues[Name]> {
  const loaded = new Map<Language, Catalogues[Name]>();
  return {
    name,
    async load(language) {
      if (!loaded.has(language)) loaded.set(language, (await files[language]()).strings);
    },
    in: (language) => loaded.get(language),
  };
}
