import type { AnyOf, AnySelection, At, Extension, Inline, Many, One, Pages, Row } from "./selection.js";

export type Computed = (row: Row<any>, at: At<any>) => any;
export type AnyField =
  | string
  | Computed
  | One<any, any, any>
  | Many<any, any, any>
  | Pages<any, any, any>
  | Inline<any, any>
  | AnyOf<any, any>;
export type FieldMap = ReadonlyMap<string, AnyField>;

/** A selection with all that other features add to it. */
export interface Entry {
  readonly selection: AnySelection;
  readonly fields: FieldMap;
}
/** All there is to read. Built once, by the composition root. */
export interface Catalog {
  /** By the API type's name. */
  readonly types: ReadonlyMap<string, Entry>;
  /** By the prefix of its ids. */
  readonly prefixes: ReadonlyMap<string, Entry>;
}

/** What a feature adds to the catalog. */
export type Part = AnySelection | Extension;

export function catalogOf(parts: readonly Part[]): Catalog {
  const types = new Map<string, { selection: AnySelection; fields: Map<string, AnyField> }>();
  const prefixes = new Map<string, Entry>();
  for (const part of parts) {
    if (!("type" in part)) continue;
    if (types.has(part.type.name)) throw new Error(`${part.type.name} has two selections`);
    const entry = { selection: part, fields: new Map<string, AnyField>(Object.entries(part.fields)) };
    types.set(part.type.name, entry);
    if (part.prefix === undefined) continue;
    if (prefixes.has(part.prefix)) throw new Error(`Two types have ids that start with ${part.prefix}_`);
    prefixes.set(part.prefix, entry);
  }
  for (const part of parts) {
    if ("type" in part) continue;
    const name = part.extends.type.name;
    const entry = types.get(name);
    if (!entry) throw new Error(`${name} is extended but has no selection`);
    for (const [field, value] of Object.entries(part.fields)) {
      if (entry.fields.has(field)) throw new Error(`${name}.${field} is selected twice`);
      entry.fields.set(field, value as AnyField);
    }
  }
  return { types, prefixes };
}
