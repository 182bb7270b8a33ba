import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptSnapshot, readSchema, type SchemaSnapshot, snapshotText } from "./schema-snapshot.js";
import { tenantTables } from "./tenant-tables.js";
import { type TestDatabase, testDatabase } from "./testing.js";

let database: TestDatabase;
let schema: SchemaSnapshot;
beforeAll(async () => {
  database = await testDatabase();
  schema = await readSchema(database.adminUrl);
});
afterAll(() => database.drop());

const query = async (text: string): Promise<unknown[]> => {
  const client = new pg.Client(database.adminUrl);
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
};

test("the committed snapshot is what the migrations make", async () => {
  expect(await keptSnapshot()).toBe(snapshotText(schema));
});

test("the guard knows exactly the tables there are, and each has its partner", () => {
  expect([...tenantTables].sort()).toEqual(Object.keys(schema).sort());
  for (const [table, { columns }] of Object.entries(schema)) {
    expect(columns.partner_id, table).toBe('text collate "C" not null');
    expect(table).not.toMatch(/^pg_/);
  }
});

test("the partner leads every key, every reference and every index but the outbox's order", () => {
  const others: string[] = [];
  for (const [table, { constraints, indexes }] of Object.entries(schema)) {
    for (const [name, definition] of Object.entries({ ...constraints, ...indexes })) {
      if (definition.startsWith("CHECK")) continue;
      const lists = [...definition.matchAll(/(?:KEY|UNIQUE|btree|REFERENCES \w+) ?\(([^)]*)\)/g)].map(
        ([, list]) => list ?? "",
      );
      expect(lists.length, `${table}.${name}: ${definition}`).toBeGreaterThan(0);
      if (!lists.every((list) => list.split(", ")[0] === "partner_id")) others.push(name);
    }
  }
  expect(others).toEqual(["outbox_in_order"]);
});

test("every reference to a table but partner itself begins with partner and id, so no row points into another partner", () => {
  const references = Object.values(schema).flatMap(({ constraints }) =>
    Object.values(constraints).filter((text) => text.startsWith("FOREIGN")),
  );
  expect(references.length).toBeGreaterThan(10);
  for (const text of references) {
    expect(text).toMatch(
      /^FOREIGN KEY \(partner_id\) REFERENCES partner\(partner_id\)|^FOREIGN KEY \(partner_id, \w+(, author_meets_as)?\) REFERENCES \w+\(partner_id, id(, meets_as)?\)/,
    );
  }
});

test("every reference has an index that finds the rows that point", () => {
  for (const [table, { constraints, indexes }] of Object.entries(schema)) {
    const lists = [...Object.values(constraints), ...Object.values(indexes)]
      .map((text) => /(?:PRIMARY KEY|UNIQUE|btree) \(([^)]*)\)/.exec(text)?.[1] ?? "")
      .map((list) => `${list.replaceAll(" DESC", "")}, `);
    for (const text of Object.values(constraints).filter((definition) => definition.startsWith("FOREIGN"))) {
      // the first two columns say which rows; a third, where there is one, is the same for all of them
      const columns = /^FOREIGN KEY \((\w+(?:, \w+)?)/.exec(text)?.[1];
      expect(
        lists.some((list) => list.startsWith(`${columns}, `)),
        `${table}: ${text}`,
      ).toBe(true);
    }
  }
});

test("the audit only grows: the gateway can neither change nor remove a line", () => {
  expect(schema.audit?.gateway).toBe("insert, select");
});

test("nothing else is there that could hold or run anything: no views, functions, triggers or sequences", async () => {
  expect(
    await query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'i')
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace
      union all select tgname from pg_trigger where not tgisinternal`),
  ).toEqual([]);
});

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `interface MemberTable { … }` → member, its columns and whether they may be null. */
async function typedTables(): Promise<Record<string, Record<string, boolean>>> {
  const source = fileURLToPath(new URL("../../", import.meta.url));
  const files = (await readdir(source, { recursive: true })).filter((file) => file.endsWith(".table.ts"));
  const texts = await Promise.all(files.map((file) => readFile(`${source}/${file}`, "utf8")));
  const tables = [...texts.join("\n").matchAll(/export interface (\w+)Table \{\n(.*?)\n\}/gs)].map(
    ([, name = "", body = ""]) => {
      const columns = [...body.matchAll(/^ {2}(\w+): (.*);$/gm)].map(([, column = "", type = ""]) => [
        snake(column),
        type.includes("null"),
      ]);
      return [snake(name).slice(1), Object.fromEntries(columns)];
    },
  );
  return Object.fromEntries(tables);
}

test("the types say what the tables are: the same columns, null where they may be null", async () => {
  const made = Object.entries(schema).map(([table, { columns }]) => [
    table,
    Object.fromEntries(Object.entries(columns).map(([name, definition]) => [name, !definition.includes("not null")])),
  ]);
  expect(await typedTables()).toEqual(Object.fromEntries(made));
});
