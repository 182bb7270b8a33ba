/** What a translation of a catalogue must hold: the same keys, the same arguments, other words. */
export type Translated<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : Catalogue[Key] extends string
      ? string
      : Translated<Catalogue[Key]>;
};
