import { PARTNER, Refused, type Source, type Value, type Work } from "./model.js";

/** A table → the parameters that say whose rows of it count. */
type Bound = Map<Source, readonly number[]>;

/** Refuses unless every table is bound. Gives all parameters by which they are. */
export function settle(work: Work): number[] {
  for (;;) {
    const bound = bind(work);
    const wrong = work.assumptions.filter(
      ({ first, whole, broken }) =>
        !broken &&
        first.list.some(({ value }, at) => prove(value, bound) && !prove(whole.list[at]?.value ?? null, bound)),
    );
    for (const assumption of wrong) assumption.broken = true;
    if (wrong.length > 0) continue;
    for (const { table, alias } of work.sources.filter((source) => source.table !== null && !bound.has(source))) {
      const name = alias === table ? table : `${table} as ${alias}`;
      throw new Refused(`${name} is not bound to the partner: say ${alias}.${PARTNER} = $n where it always holds.`);
    }
    return [...new Set([...bound.values()].flat())].sort((a, b) => a - b);
  }
}

/** A table is bound when its `partner_id` equals a parameter, or something bound; the rest follows from there. */
function bind(work: Work): Bound {
  const bound: Bound = new Map();
  for (let before = -1; before < bound.size; ) {
    before = bound.size;
    for (const { left, right, about } of work.facts) {
      for (const [own, other] of [
        [left, right],
        [right, left],
      ] as const) {
        if (!own || !("column" in own) || own.column !== PARTNER) continue;
        if (own.of.table === null || bound.has(own.of) || !about.includes(own.of)) continue;
        const by = prove(other, bound);
        if (by) bound.set(own.of, by);
      }
    }
  }
  return bound;
}

/** The parameters that a value comes down to, or null. */
function prove(value: Value, bound: Bound, through: readonly Source[] = []): readonly number[] | null {
  if (value === null) return null;
  if ("param" in value) return [value.param];
  if ("every" in value) return all(value.every, bound, through);
  const { column, of } = value;
  if (of.table !== null) return column === PARTNER ? (bound.get(of) ?? null) : null;
  if (through.includes(of)) return null;
  const found = of.columns().list.filter(({ name }) => name === column);
  return all(
    found.map((output) => output.value),
    bound,
    [...through, of],
  );
}

function all(values: readonly Value[], bound: Bound, through: readonly Source[]): readonly number[] | null {
  const proved = values.map((value) => prove(value, bound, through));
  return proved.length > 0 && proved.every((by) => by !== null) ? proved.flat() : null;
}
