import type { ColumnRef, Node, TypeName } from "libpg-query";
import { type Fact, PARTNER, type Scope, type Source, type Value } from "./model.js";

/** What an expression is: a parameter, a source's column, or null for all that the guard does not look into. */
export function valueOf(node: Node | undefined, scope: Scope | null): Value {
  if (node === undefined) return null;
  if ("ParamRef" in node) return node.ParamRef.number ? { param: node.ParamRef.number } : null;
  if ("ColumnRef" in node) return columnOf(node.ColumnRef, scope);
  if ("CollateClause" in node) return valueOf(node.CollateClause.arg, scope);
  if ("TypeCast" in node && isText(node.TypeCast.typeName)) {
    const value = valueOf(node.TypeCast.arg, scope);
    return value && "param" in value ? value : null;
  }
  return null;
}

/** The names that a dotted name is made of; a star is null. */
export const namesOf = (nodes: readonly Node[] | undefined): (string | null)[] =>
  (nodes ?? []).map((node) => ("String" in node ? (node.String.sval ?? "") : null));

function columnOf({ fields }: ColumnRef, scope: Scope | null): Value {
  const [first = null, second = null, ...more] = namesOf(fields);
  if (first === null || more.length > 0) return null;
  if (fields?.length === 1) return bareColumn(first, scope);
  for (let level = scope; level && second !== null; level = level.parent) {
    const of = level.sources.find(({ alias }) => alias === first);
    if (of) return { column: second, of };
  }
  return null;
}

/** A name alone means the one source's column. With several sources at hand it is for people to say which. */
function bareColumn(column: string, scope: Scope | null): Value {
  const level = nearest(scope);
  const [of, ...others] = level?.sources ?? [];
  return of && others.length === 0 ? { column, of } : null;
}

function nearest(scope: Scope | null): Scope | null {
  return scope && scope.sources.length === 0 ? nearest(scope.parent) : scope;
}

const isText = (type: TypeName | undefined): boolean =>
  type?.arrayBounds === undefined && ["text", "pg_catalog.text"].includes(namesOf(type?.names).join("."));

/** What a condition says for certain: its equalities that stand in no OR, NOT or anything else. */
export function factsOf(node: Node | undefined, scope: Scope, about: readonly Source[]): Fact[] {
  if (node === undefined) return [];
  if ("BoolExpr" in node) {
    const { boolop, args = [] } = node.BoolExpr;
    return boolop === "AND_EXPR" ? args.flatMap((arg) => factsOf(arg, scope, about)) : [];
  }
  if (!("A_Expr" in node)) return [];
  const { kind, name, lexpr, rexpr } = node.A_Expr;
  if (kind !== "AEXPR_OP" || name?.length !== 1 || namesOf(name)[0] !== "=" || !lexpr || !rexpr) return [];
  return pairs(lexpr, rexpr)
    .map(([l, r]) => ({ left: valueOf(l, scope), right: valueOf(r, scope), about }))
    .filter(({ left, right }) => isPartner(left) || isPartner(right));
}

const isPartner = (value: Value): boolean => value !== null && "column" in value && value.column === PARTNER;

/** `(a, b) = (c, d)` is a = c and b = d. */
function pairs(left: Node, right: Node): [Node, Node][] {
  if (!("RowExpr" in left) || !("RowExpr" in right)) return [[left, right]];
  const others = right.RowExpr.args ?? [];
  const own = left.RowExpr.args ?? [];
  return own.length === others.length ? own.map((node, at) => [node, others[at] as Node]) : [];
}
