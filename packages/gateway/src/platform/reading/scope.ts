import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SelectQueryBuilder,
  sql,
} from "kysely";
import type { Tables } from "../database/tables.js";
import type { Viewer } from "../identity/viewer.js";
import type { Binder, BoundArguments } from "./arguments.js";
import type { Spot } from "./bad-argument.js";
import type { Catalog } from "./catalog.js";
import type { Asked } from "./collect-fields.js";
import { Placeholder, type Run } from "./placeholder.js";
import type { At, From, Row } from "./selection.js";

/** A query whose tables are known only while running. */
export type Query = SelectQueryBuilder<any, any, any>;

/** One plan being compiled. */
export interface Scope extends Asked {
  readonly catalog: Catalog;
  readonly binder: Binder;
  /** An executor walks the answer, and must be told the type of abstract values. */
  readonly walked: boolean;
  /** Who looks, before any arguments. */
  readonly at: At;
  alias(): string;
}
/** Where in the answer a field is being compiled, and with which arguments. */
export interface Place extends Spot {
  readonly at: At<any>;
}

export const rowOf =
  (alias: string): Row<any> =>
  (column) =>
    sql.ref(`${alias}.${column}`);

/** The same place with the arguments of one of its fields. */
export const withArguments = (at: At<any>, args: BoundArguments): At<any> => ({ ...at, args: args as At<any>["args"] });

const partner = new Placeholder<any>((run) => run.viewer.partnerId);
const memberId = new Placeholder((run: Run) => (run.viewer.kind === "MEMBER" ? run.viewer.memberId : null));
const isAdult = new Placeholder((run: Run) => (run.viewer.kind === "MEMBER" ? run.viewer.isAdult : null));

/** Every query of a plan starts here, bound to the viewer's partner. */
export const from = ((table: string) => {
  const alias = table.split(" as ")[1]!;
  return (builder as Kysely<any>).selectFrom(table).where(sql.ref(`${alias}.partnerId`), "=", partner);
}) as unknown as From;

/** Everything a selection may know of who looks. Built once for each kind of viewer. */
const seen = (kind: Viewer["kind"]): At => ({
  viewer: { kind, id: sql`${memberId}::text`, isAdult: sql`${isAdult}::boolean` },
  partnerId: sql`${partner}::text`,
  now: sql`now()`,
  args: {},
  from,
});
export const AT: Readonly<Record<Viewer["kind"], At>> = {
  MEMBER: seen("MEMBER"),
  SERVER: seen("SERVER"),
  PUBLIC: seen("PUBLIC"),
};

/** One parameter for each placeholder, however often it is used. */
class Compiler extends PostgresQueryCompiler {
  #numbers = new Map<unknown, number>();

  override compileQuery(
    ...args: Parameters<PostgresQueryCompiler["compileQuery"]>
  ): ReturnType<PostgresQueryCompiler["compileQuery"]> {
    this.#numbers = new Map();
    return super.compileQuery(...args);
  }

  protected override appendValue(value: unknown): void {
    const number = this.#numbers.get(value);
    if (number !== undefined) return this.append(`$${number}`);
    super.appendValue(value);
    if (value instanceof Placeholder) this.#numbers.set(value, this.numParameters);
  }
}

/** Builds SQL and never runs it. */
export const builder: Kysely<Tables> = new Kysely<Tables>({
  plugins: [new CamelCasePlugin()],
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new Compiler(),
  },
});
