import type { MemberId, PartnerId } from "@kith/core/values";
import {
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  type SelectQueryBuilder,
  type SelectType,
  type SqlBool,
  sql,
} from "kysely";
import type { Tables } from "../database/tables.js";
import type { Viewer } from "../identity/viewer.js";
import type { Connection } from "./connection.type.js";

export type TableName = keyof Tables & string;
export type Class<T> = abstract new (...args: never[]) => T;

/** A row's columns as expressions: `offer("title")`. The engine picks the alias, so nesting never shadows. */
export type Row<Columns> = <C extends keyof Columns & string>(column: C) => Expression<SelectType<Columns[C]>>;

/** Starts a query inside a selection, bound to the viewer's partner. Tables joined to it must be bound to it. */
export type From = <T extends TableName, A extends string>(
  table: `${T} as ${A}`,
) => SelectQueryBuilder<Tables & Record<A, Tables[T]>, A, {}>;

/** Arguments inside a selection: what was not given is absent, a boolean is itself, all else is a parameter. */
export type Bound<A> = { readonly [K in keyof A]: BoundPart<NonNullable<A[K]>> | Extract<A[K], null | undefined> };
type BoundPart<V> = [V] extends [boolean] ? V : [V] extends [Leaf | readonly unknown[]] ? Expression<V> : Bound<V>;
type Leaf = string | number | bigint | boolean | Date;

/** Where a selection stands: who looks, when, with which arguments. */
export interface At<Args = {}> {
  readonly viewer: {
    /** Known while the statement is built, so a selection may branch on it in plain code. */
    readonly kind: Viewer["kind"];
    /** Null unless a member looks. */
    readonly id: Expression<MemberId>;
    /** Null unless a member looks. */
    readonly isAdult: Expression<boolean>;
  };
  readonly partnerId: Expression<PartnerId>;
  readonly now: Expression<Date>;
  readonly args: Bound<Args>;
  readonly from: From;
}

export type Visible<Columns> = (row: Row<Columns>, at: At) => Expression<SqlBool>;
/** `room` reads the columns of the room that a row was found in; only with `each`. */
export type Rule<Columns, Parent, Args> = (
  row: Row<Columns>,
  at: At<Args>,
  parent: Row<Parent>,
  room: Room,
) => Expression<SqlBool>;
export type Room = (column: string) => Expression<any>;

/** API type → the rows it comes from, who may see them, and what each field needs. */
export interface Selection<Columns, Api extends object> {
  readonly type: Class<Api>;
  /** null: no table; its columns are what the resolver hands over (a mutation's payload). */
  readonly table: string | null;
  /** Of the ids that `node` and `nodes` take. */
  readonly prefix?: string;
  readonly visible: Visible<Columns>;
  readonly fields: Fields<Columns, Api>;
}
export type AnySelection<Api extends object = any> = Selection<any, Api>;

export interface Options<Columns, Parent, Args> {
  readonly where?: Rule<Columns, Parent, Args>;
  /** Whoever sees the parent sees these rows: `visible` is not asked again. Needed for a relation that is never null. */
  readonly seenWithParent?: true;
}
/** Rooms to look into one by one, each in the list's order and no further than the page, then merged. */
export interface Each<Columns, Parent, Args> {
  /** A query of the rooms, each once. */
  readonly rooms: (at: At<Args>, parent: Row<Parent>) => Expression<unknown>;
  /** The list's column → the room's column. */
  readonly link: { readonly [C in keyof Columns & string]?: string };
}
export interface PagesOptions<Columns, Parent, Args> extends Options<Columns, Parent, Args> {
  readonly each?: Each<Columns, Parent, Args>;
}

interface Related<Parent, out Api extends object, Args> extends Options<any, Parent, Args> {
  readonly target: () => AnySelection<Api>;
  readonly link: AnyLink;
}
export interface One<Parent, out Api extends object, Args> extends Related<Parent, Api, Args> {
  readonly kind: "one";
}
export interface Many<Parent, out Api extends object, Args> extends Related<Parent, Api, Args> {
  readonly kind: "many";
  readonly order: Order<any>;
}
export interface Pages<Parent, out Api extends object, Args> extends PagesOptions<any, Parent, Args> {
  readonly kind: "pages";
  readonly target: () => AnySelection<Api>;
  readonly link: AnyLink;
  readonly order: Order<any>;
}
/** An object made of the same row's columns. */
export interface Inline<Parent, out Api extends object> {
  readonly kind: "object";
  readonly type: Class<Api>;
  readonly fields: object;
  readonly of?: (row: Parent) => void;
}
/** The one thing, of several types, that a column's id names. */
export interface AnyOf<Parent, out Api extends object> {
  readonly kind: "anyOf";
  readonly targets: () => readonly AnySelection<Api>[];
  readonly column: keyof Parent & string;
}
/** Newest first by these columns, the last one unique; each says how a cursor's part is read. */
export type Order<Columns> = { readonly [C in keyof Columns]?: "text" | "timestamptz" };

type AnyLink = Readonly<Record<string, string>>;
/** The target's column → the parent's column, which must hold the same kind of value. */
export type Link<Columns, Parent> = {
  readonly [C in keyof Columns & string]?: unknown extends Parent
    ? string
    : ColumnOf<Parent, SelectType<Columns[C]> | null>;
};
type ColumnOf<Columns, V> = {
  [C in keyof Columns & string]: SelectType<Columns[C]> extends V ? C : never;
}[keyof Columns & string];
type Value<Columns, V, Args> = ColumnOf<Columns, V> | ((row: Row<Columns>, at: At<Args>) => Expression<V>);

export type Field<Columns, V, Args> =
  NonNullable<V> extends Leaf | readonly Leaf[]
    ? Value<Columns, V, Args>
    : NonNullable<V> extends Connection<infer N>
      ? Pages<Columns, N, Args>
      : NonNullable<V> extends readonly (infer N extends object)[]
        ? Many<Columns, N, Args>
        : NonNullable<V> extends object
          ? One<Columns, NonNullable<V>, Args> | Inline<Columns, NonNullable<V>> | AnyOf<Columns, NonNullable<V>>
          : Value<Columns, V, Args>;
/** What each field of an API type needs. A method's first parameter is its arguments. */
export type Fields<Columns, Api> = {
  readonly [K in keyof Api]-?: Api[K] extends (args: infer A) => infer V
    ? Field<Columns, V, A>
    : Field<Columns, Api[K], {}>;
};
/** Fields that one feature adds to another's type. */
export interface Extension {
  readonly extends: AnySelection;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A type whose fields come from a table's rows. */
export function select<T extends TableName, Api extends object>(
  type: Class<Api>,
  table: T,
  spec: { readonly prefix?: string; readonly visible: Visible<Tables[T]>; readonly fields: Fields<Tables[T], Api> },
): Selection<Tables[T], Api> {
  return { type, table, ...spec };
}

/** A type whose fields come from what its resolver hands over: `payload<{ exchangeId: ExchangeId }>()(Type, {...})`. */
export const payload =
  <Given>() =>
  <Api extends object>(type: Class<Api>, fields: Fields<Given, Api>): Selection<Given, Api> => ({
    type,
    table: null,
    visible: everyone,
    fields,
  });

/** The fields that the class `by` adds to a type. */
export function extend<Columns, Api extends object>(
  target: Selection<Columns, any>,
  _by: Class<Api>,
  fields: Fields<Columns, Api>,
): Extension {
  return { extends: target, fields };
}

/** The one row that the link names, or null; null too for whom it is hidden. */
export function one<Parent, Columns, Api extends object, Args>(
  target: () => Selection<Columns, Api>,
  link: Link<Columns, Parent>,
  options: Options<Columns, Parent, Args> = {},
): One<Parent, Api, Args> {
  return { kind: "one", target, link: link as AnyLink, ...options };
}

/** All rows that the link names, newest first: for lists that stay short. */
export function many<Parent, Columns, Api extends object, Args>(
  target: () => Selection<Columns, Api>,
  link: Link<Columns, Parent>,
  order: Order<Columns>,
  options: Options<Columns, Parent, Args> = {},
): Many<Parent, Api, Args> {
  return { kind: "many", target, link: link as AnyLink, order, ...options };
}

/** A connection of the rows that the link names. Arguments beyond paging reach `where` as `at.args`. */
export function pages<Parent, Columns, Api extends object, Args>(
  target: () => Selection<Columns, Api>,
  link: Link<Columns, Parent>,
  order: Order<Columns>,
  options: PagesOptions<Columns, Parent, Args> = {},
): Pages<Parent, Api, Args> {
  return { kind: "pages", target, link: link as AnyLink, order, ...options };
}

/** An object whose fields are columns of the same row. */
export function object<Columns, Api extends object>(
  type: Class<Api>,
  fields: Fields<Columns, Api>,
): Inline<Columns, Api> {
  return { kind: "object", type, fields };
}

/** For an interface or a union: the thing whose id the column holds, by the id's prefix; null where hidden. */
export function anyOf<Parent, Api extends object>(
  targets: () => readonly AnySelection<NoInfer<Api>>[],
  column: keyof Parent & string,
): AnyOf<Parent, Api> {
  return { kind: "anyOf", targets, column };
}

/** Kysely's own builder for expressions: `is(offer("authorId"), "=", viewer.id)`, `is.and([...])`, `is.exists(...)`. */
export const is: ExpressionBuilder<Tables, never> = expressionBuilder<Tables>();
/**
 * `is.exists`, but always asked row by row through an index. Beside an `or` PostgreSQL may answer a plain one by hashing
 * the whole table first, for a page of twenty; where it should lead (rows by their kind), use the plain one.
 */
export const has = (query: SelectQueryBuilder<any, any, any>): Expression<SqlBool> =>
  is.exists(query.offset(sql.lit(0)));
/** `visible` where every caller of the partner sees every row. */
export const everyone: Visible<unknown> = () => is.lit(true);
/** The body of an API method whose value comes from its selection. */
export const selected = (): never => {
  throw new ReadBySelection("Read by its selection; never called");
};
export class ReadBySelection extends Error {}
