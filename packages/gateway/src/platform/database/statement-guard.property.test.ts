import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkStatement, loadStatementGuard } from "./statement-guard.js";
import { type TestDatabase, testDatabase } from "./testing.js";
import { randomOf, randomStatement } from "./testing.statements.js";

const zeros = "0".repeat(25);
const A = `prt_${zeros}1`;
const B = `prt_${zeros}2`;

let alone: TestDatabase;
let both: TestDatabase;
const clients: pg.Client[] = [];

beforeAll(async () => {
  await loadStatementGuard();
  [alone, both] = await Promise.all([testDatabase(), testDatabase()]);
  for (const { adminUrl } of [alone, both]) {
    const client = new pg.Client(adminUrl);
    await client.connect();
    await client.query("set statement_timeout = 2000");
    clients.push(client);
  }
  await fill(clients[0]!, A);
  await fill(clients[1]!, A);
  await fill(clients[1]!, B);
});
afterAll(async () => {
  for (const client of clients) await client.end();
  await Promise.all([alone.drop(), both.drop()]);
});

/** The same ids at every partner, so that whatever forgets the partner finds the other's rows; more rows at B. */
async function fill(client: pg.Client, partner: string): Promise<void> {
  const ids = (prefix: string): string[] =>
    ["1", "2", "3"].slice(0, partner === A ? 2 : 3).map((n) => `${prefix}_${zeros}${n}`);
  const [members, communities, offers, exchanges] = ["mbr", "com", "sof", "exc"].map(ids) as [
    string[],
    string[],
    string[],
    string[],
  ];
  await client.query("insert into partner (partner_id, name) values ($1, $1)", [partner]);
  for (const id of members) {
    await client.query("insert into member (partner_id, id, external_id, pseudonym) values ($1, $2, $2, 'pseudonym')", [
      partner,
      id,
    ]);
  }
  for (const [at, id] of communities.entries()) {
    await client.query("insert into community (partner_id, id, name, visibility) values ($1, $2, 'n', 'PUBLIC')", [
      partner,
      id,
    ]);
    await client.query("insert into membership (partner_id, member_id, community_id) values ($1, $2, $3)", [
      partner,
      members[at],
      id,
    ]);
  }
  for (const [at, id] of offers.entries()) {
    await client.query(
      "insert into support_offer (partner_id, id, author_id, author_meets_as, community_id, kinds, title, ways_to_meet, capacity) values ($1, $2, $3, 'MINOR', $4, '{EMOTIONAL}', 't', '{}', 1)",
      [partner, id, members[at], communities[at]],
    );
    await client.query(
      "insert into support_offer_kind (partner_id, audience_id, kind, offer_id) values ($1, $2, 'EMOTIONAL', $3)",
      [partner, communities[at], id],
    );
    await client.query(
      "insert into exchange (partner_id, id, offer_id, supporter_id, recipient_id, proposed_by, expires_at) values ($1, $2, $3, $4, $5, 'RECIPIENT', now())",
      [partner, exchanges[at], id, members[at], members[(at + 1) % members.length]],
    );
  }
}

const passes = (text: string): boolean => {
  try {
    checkStatement(text);
    return true;
  } catch {
    return false;
  }
};

/** What it answers and leaves behind; null if PostgreSQL itself does not take it. All is undone. */
async function outcome(client: pg.Client, text: string): Promise<{ answer: unknown; others: unknown } | null> {
  const read = text.startsWith("select");
  await client.query("begin");
  try {
    const { rows, rowCount } = await client.query(text, text.includes("$1") ? [A] : []);
    const others = read
      ? null
      : await client.query(
          `select md5(string_agg(x, ',' order by x)) from (select m::text from member m where partner_id <> '${A}'
        union all select o::text from support_offer o where partner_id <> '${A}' union all select c::text from community c
        where partner_id <> '${A}' union all select k::text from support_offer_kind k where partner_id <> '${A}'
        union all select e::text from outbox e where partner_id <> '${A}') t (x)`,
        );
    return { answer: read ? rows : rowCount, others: others?.rows };
  } catch (error) {
    if ((error as { code?: string }).code === "57014") throw error;
    return null;
  } finally {
    await client.query("rollback");
  }
}

const SEEDS = Number(process.env.KITH_GUARD_SEEDS ?? 600);

test("a statement that passes answers and does the same whether or not another partner is there", {
  timeout: 600_000,
}, async () => {
  const [one, two] = clients as [pg.Client, pg.Client];
  const untouched = (await outcome(two, "insert into outbox (partner_id) select $1 where false"))?.others;
  const count = { passed: 0, refused: 0, rightly: 0, needlessly: 0 };
  for (let seed = 1; seed <= SEEDS; seed++) {
    const text = randomStatement(randomOf(seed));
    const passed = passes(text);
    // Of those refused, some are enough to see that the test can tell.
    if (!passed && seed % 4 > 0) continue;
    const found = await outcome(two, text);
    if (!found) continue;
    const expected = await outcome(one, text);
    const same =
      JSON.stringify(found.answer) === JSON.stringify(expected?.answer) &&
      (found.others === undefined || JSON.stringify(found.others) === JSON.stringify(untouched));
    if (passed) expect(same, `seed ${seed}: ${text}`).toBe(true);
    count[passed ? "passed" : "refused"]++;
    if (!passed) count[same ? "needlessly" : "rightly"]++;
  }
  expect(count.passed).toBeGreaterThan(SEEDS / 8);
  expect(count.rightly).toBeGreaterThan(SEEDS / 100);
});
