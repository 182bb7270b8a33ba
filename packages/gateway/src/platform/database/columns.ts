import type { ColumnType } from "kysely";

/** Written once, when the row is made. */
export type Fixed<T> = ColumnType<T, T, never>;

/** PostgreSQL works it out; nobody writes it. */
export type Derived<T> = ColumnType<T, never, never>;

/** An instant that PostgreSQL fills in when it is not given. */
export type Stamp = ColumnType<Date, Date | undefined, Date>;

/** The same, never changed later. */
export type FixedStamp = ColumnType<Date, Date | undefined, never>;

/** A `text[]` without nulls; an empty one when not given. */
export type TextArray<T extends string> = ColumnType<T[], readonly T[] | undefined, readonly T[]>;

/** A `text[]` without nulls that must be given. */
export type RequiredTextArray<T extends string> = ColumnType<T[], readonly T[], readonly T[]>;
