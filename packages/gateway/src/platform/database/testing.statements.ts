/** Random statements over the real tables: some bound to the partner `$1`, some not, some only seemingly. */

type Random = () => number;

/** Repeatable: the same seed makes the same numbers. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A table → columns of it that hold ids, which are the same at both partners. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  member: ["id", "external_id"],
  community: ["id", "name"],
  membership: ["member_id", "community_id"],
  support_offer: ["id", "author_id", "community_id"],
  exchange: ["offer_id", "supporter_id", "recipient_id"],
};
const ALIASES = ["a", "b", "c", "member"];

interface Row {
  readonly alias: string;
  readonly columns: readonly string[];
}

export function randomStatement(random: Random): string {
  const chance = (of: number): boolean => random() < of;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  // Most bindings are there, else hardly a statement would pass.
  const careful = pick([0.5, 0.85, 0.97]);

  const column = (rows: readonly Row[]): string => {
    const row = pick(rows);
    return `${row.alias}.${pick(row.columns)}`;
  };

  function binding(own: Row, near: readonly Row[], outer: readonly Row[]): string {
    const others = [...near, ...outer].filter(({ alias }) => alias !== own.alias);
    const mine = `${own.alias}.partner_id`;
    if (others.length > 0 && chance(0.5))
      return `${pick([mine, mine, column([own])])} = ${pick(others).alias}.partner_id`;
    return pick([`${mine} = $1`, `$1 = ${mine}`, `(${mine}, 1) = ($1, 1)`, `${mine} = $1::text`]);
  }

  function condition(near: readonly Row[], outer: readonly Row[], depth: number, about: readonly Row[]): string {
    const parts = about.filter(() => chance(careful)).map((row) => binding(row, near, outer));
    if (chance(0.25)) parts.push(`${column(near)} = ${column([...near, ...outer])}`);
    if (depth > 0 && chance(0.4)) parts.push(`${pick(["", "not "])}exists (${query(depth - 1, [...near, ...outer])})`);
    if (chance(0.1)) parts.push(`(${binding(pick(near), near, outer)} or ${column(near)} = ${column(near)})`);
    if (chance(0.05)) parts.push("partner_id = $1");
    return parts.length > 0 ? parts.sort(() => random() - 0.5).join(" and ") : "true";
  }

  function table(alias: string): [string, Row] {
    const name = pick(Object.keys(TABLES));
    const columns = TABLES[name] as readonly string[];
    return [alias === name ? name : `${name} as ${alias}`, { alias, columns }];
  }

  /** Something in FROM; `left` is what a lateral one may name. */
  function item(
    alias: string,
    left: readonly Row[],
    outer: readonly Row[],
    depth: number,
    ctes: readonly string[],
  ): [string, Row] {
    const row: Row = { alias, columns: ["k"] };
    if (ctes.length > 0 && chance(0.3)) return [`${pick(ctes)} as ${alias}`, row];
    if (depth === 0 || chance(0.7)) return table(alias);
    if (chance(0.1)) return [`(values ($1, 'm1'), ('prt_b', 'm1')) as ${alias} (partner_id, k)`, row];
    const lateral = left.length > 0 && chance(0.5);
    return [
      `${lateral ? "lateral " : ""}(${query(depth - 1, lateral ? [...left, ...outer] : outer)}) as ${alias}`,
      row,
    ];
  }

  function query(depth: number, outer: readonly Row[], inherited: readonly string[] = []): string {
    const own = depth > 0 && chance(0.25) ? `with ${pick(["w", "member"])} as (${query(depth - 1, outer)}) ` : "";
    const ctes = own ? [...inherited, own.split(" ")[1] as string] : inherited;
    if (depth > 0 && chance(0.15)) {
      return `${own}(${query(depth - 1, outer, ctes)} ${pick(["union all", "union", "except"])} ${query(depth - 1, outer, ctes)})`;
    }
    const aliases = [...ALIASES].sort(() => random() - 0.5);
    const rows: Row[] = [];
    const inner: Row[] = [];
    let from = "";
    for (let count = pick([1, 1, 2, 3]); count > 0; count--) {
      const [text, row] = item(aliases.pop() as string, rows, outer, depth, ctes);
      if (from === "") {
        from = text;
        inner.push(row);
      } else {
        const join = pick(["join", "join", "left join", "right join", "cross join"]);
        const on =
          join === "cross join"
            ? ""
            : ` on ${condition([...rows, row], outer, depth - 1, chance(0.2) ? [...rows, row] : [row])}`;
        from = `${from} ${join} ${text}${on}`;
        // What a left or inner join's condition says need not be said again.
        if (join === "cross join" || (join === "right join" && chance(0.7))) inner.push(row);
        if (join === "join" && chance(0.2)) inner.shift();
      }
      rows.push(row);
    }
    const partner = pick([`${pick(rows).alias}.partner_id`, `${pick(rows).alias}.partner_id`, "$1", column(rows)]);
    return `${own}select ${partner} as partner_id, ${column(rows)} as k from ${from} where ${condition(rows, outer, depth, inner)}`;
  }

  function change(): string {
    const kind = pick(["insert", "update", "delete"]);
    if (kind === "insert") {
      const id = `'evt_${"0".repeat(26)}'`;
      return `insert into outbox (partner_id, id, type, object_id)
        select x.partner_id, ${id}, 'type', 'object' from (${query(1, [])}) x limit 1`;
    }
    const [name, columns] =
      kind === "delete"
        ? ["support_offer_kind", ["offer_id", "audience_id"]]
        : pick([
            ["support_offer", ["title", "id", "author_id"]],
            ["community", ["name", "id"]],
          ] as const);
    const [text, other] = item("a", [], [], 1, []);
    const rows = [{ alias: name, columns }, other];
    const where = condition(rows, [], 1, rows);
    return kind === "delete"
      ? `delete from ${name} using ${text} where ${where}`
      : `update ${name} set ${columns[0]} = 'changed' from ${text} where ${where}`;
  }

  return chance(0.2) ? change() : `select json_agg(x order by x::text) as j from (${query(2, [])}) x`;
}
