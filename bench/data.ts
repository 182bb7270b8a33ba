import pg from "pg";
import type { Filled } from "./database.ts";
import type { Asker } from "./operations.ts";

export interface Size {
  readonly partners: number;
  readonly members: number;
  readonly communities: number;
  readonly offers: number;
  readonly exchanges: number;
  readonly checkIns: number;
}
export const NORMAL: Size = {
  partners: 20,
  members: 20_000,
  communities: 400,
  offers: 100_000,
  exchanges: 200_000,
  checkIns: 300_000,
};
/** Every partner and every community ten times as large: lists must not care what they stand over. */
export const LARGE: Size = {
  partners: 20,
  members: 200_000,
  communities: 400,
  offers: 1_000_000,
  exchanges: 2_000_000,
  checkIns: 3_000_000,
};

/**
 * An id as Kith makes them, from a number: ordered by it, the rest a hash. The prefix says the type; a partner's members,
 * communities and offers are those whose number leaves the partner's remainder.
 */
const FUNCTIONS = `
create function pg_temp.bench_id(prefix text, i bigint) returns text language sql immutable as
  $$ select prefix || '_01' || lpad(to_hex(i), 12, '0') || substr(md5(prefix || i), 1, 12) $$;
create function pg_temp.within(seed text, n bigint) returns bigint language sql immutable as
  $$ select (('x' || substr(md5(seed), 1, 8))::bit(32)::bigint) % n $$;`;

/** Set-based and the same each time: every partner has its share of each, every member ten communities. */
const steps = (s: Size, partnerIds: readonly string[]): readonly [string, unknown[]][] => {
  const p = s.partners;
  const perPartner = s.communities / p;
  const partner = "($1::text[])[1 + (i % PARTNERS)::int]".replace("PARTNERS", String(p));
  const communityOf = (pick: string) => `pg_temp.bench_id('com', (${pick}) * ${p} + i % ${p})`;
  const memberOf = (pick: string, n: number) =>
    `pg_temp.bench_id('mbr', (${pick}) * ${p} + ${n === 0 ? `i % ${p}` : String(n)})`;
  const members = s.members / p;
  const kinds = "(array['EMOTIONAL','INFORMATIONAL','INSTRUMENTAL','COMPANIONSHIP'])";
  return [
    [
      `insert into member (partner_id, id, external_id, display_name, age_band, languages, time_zone, pseudonym)
      select ${partner}, pg_temp.bench_id('mbr', i), 'person-' || i, 'Member ' || i, 'ADULT', '{en}', 'UTC', 'psd-' || md5('p' || i) from generate_series(0, ${s.members - 1}) i`,
      [partnerIds],
    ],
    [
      `insert into community (partner_id, id, name, description, topics, visibility)
      select ${partner}, pg_temp.bench_id('com', i), 'Community ' || i, 'A place for people who share something.', '{grief,sleep}', 'PUBLIC' from generate_series(0, ${s.communities - 1}) i`,
      [partnerIds],
    ],
    [
      `insert into membership (partner_id, member_id, community_id, role, state, joined_at)
      select ${partner}, pg_temp.bench_id('mbr', i), ${communityOf(`(i / ${p} + n * 2) % ${perPartner}`)}, case when i / ${p} < 2 then 'FACILITATOR' else 'MEMBER' end, 'ACTIVE', now() - interval '90 days'
      from generate_series(0, ${s.members - 1}) i, generate_series(0, 9) n`,
      [partnerIds],
    ],
    [
      `update community c set member_count = m.n from (select partner_id, community_id, count(*)::int n from membership group by 1, 2) m where m.partner_id = c.partner_id and m.community_id = c.id`,
      [],
    ],
    [
      `insert into support_offer (partner_id, id, author_id, author_meets_as, community_id, kinds, title, description, topics, languages, ways_to_meet, capacity, accepted_count, state, created_at)
      select ${partner}, pg_temp.bench_id('sof', i), ${memberOf(`pg_temp.within('author' || i, ${members})`, 0)}, 'ADULT', ${communityOf(`pg_temp.within('room' || i, ${perPartner})`)},
        array(select distinct k from unnest(array[${kinds}[1 + pg_temp.within('a' || i, 4)::int], ${kinds}[1 + pg_temp.within('b' || i, 4)::int]]) k order by k),
        'I can help with thing number ' || i, case when i % 3 = 0 then 'More about it, in a few plain words.' end, '{grief}', '{en}', '{MESSAGE}', 3, 0,
        case when pg_temp.within('closed' || i, 10) = 0 then 'CLOSED' else 'OPEN' end, now() - (${s.offers} - i) * interval '20 seconds'
      from generate_series(0, ${s.offers - 1}) i`,
      [partnerIds],
    ],
    [
      `insert into support_offer_kind (partner_id, audience_id, kind, offer_id) select partner_id, audience_id, unnest(kinds), id from support_offer`,
      [],
    ],
    [
      `insert into exchange (partner_id, id, offer_id, supporter_id, recipient_id, proposed_by, state, proposed_at, expires_at, accepted_at, closed_at)
      select o.partner_id, pg_temp.bench_id('exc', i), o.id, o.author_id, r.id, 'RECIPIENT',
        (array['PROPOSED','COMPLETED','DECLINED','ENDED_EARLY'])[1 + (i % 4)::int], now() - interval '2 days', now() + interval '12 days',
        case when i % 4 in (1, 3) then now() - interval '1 day' end, case when i % 4 > 0 then now() end
      from generate_series(0, ${s.exchanges - 1}) i
      join support_offer o on o.id = pg_temp.bench_id('sof', i % ${s.offers})
      join member r on r.partner_id = o.partner_id and r.id = pg_temp.bench_id('mbr', pg_temp.within('recipient' || i, ${members}) * ${p} + (i % ${s.offers}) % ${p})
      where r.id <> o.author_id
      on conflict do nothing`,
      [],
    ],
    [
      `insert into exchange_participant (partner_id, member_id, exchange_id, offer_id)
      select partner_id, unnest(array[supporter_id, recipient_id]), id, offer_id from exchange`,
      [],
    ],
    [
      `insert into pulse_check_in (partner_id, id, member_id, mood, strain, connectedness, hope, support_received, recorded_at, day, time_zone)
      select ${partner.replaceAll("i %", "(i % MEMBERS) %").replace("MEMBERS", String(s.members))}, pg_temp.bench_id('chk', i), pg_temp.bench_id('mbr', i % ${s.members}),
        1 + i % 5, 1 + i % 4, 2 + i % 3, 1 + i % 5, i % 2 = 0, at, at::date, 'UTC'
      from generate_series(0, ${s.checkIns - 1}) i, lateral (select now() - interval '1 hour' - (${s.checkIns} - i) / ${s.members} * interval '1 day' - (i % 977) * interval '1 second' as at) t`,
      [partnerIds],
    ],
  ];
};

export async function loadData(url: string, size: Size, partnerIds: readonly string[]): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    options:
      "-c timezone=UTC -c synchronous_commit=off -c statement_timeout=0 -c work_mem=256MB -c maintenance_work_mem=512MB",
  });
  await client.connect();
  // The rows point where they should by the way they are made: nothing is gained by looking each one up again.
  await client.query("set session_replication_role = replica");
  await client.query(FUNCTIONS);
  const { rows: indexes } = await client.query<{ name: string; text: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as text from pg_index
     where not indisunique and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  );
  // an index is built faster over rows that are there than row by row
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const [text, values] of steps(size, partnerIds)) await client.query(text, values);
  for (const { text } of indexes) await client.query(text);
  await client.query("vacuum analyze");
  await client.end();
}

/** Adults spread over all partners, each with a community they are active in. */
export async function chooseAskers(url: string, count: number): Promise<Omit<Asker, "token">[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select m.partner_id as "partnerId", m.id as "memberId", m.external_id as "externalId", (select community_id from membership c where c.partner_id = m.partner_id and c.member_id = m.id order by md5(c.community_id) limit 1) as "communityId"
     from member m where m.external_id like 'person-%' order by md5(m.id) limit $1`,
    [count],
  );
  await client.end();
  return rows;
}

/** A community at the first partner whose members are all in it, as many as are wanted; made once. */
export async function fillRoom({ url, partners }: Filled, count: number): Promise<Omit<Asker, "token">[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(FUNCTIONS);
  const [partner] = partners;
  const statements = [
    `insert into community (partner_id, id, name, visibility, member_count)
    select $1, pg_temp.bench_id('com', 1000000), 'The large room', 'MEMBERS_ONLY', $2::int on conflict do nothing`,
    `insert into member (partner_id, id, external_id, display_name, age_band, pseudonym)
    select $1, pg_temp.bench_id('mbr', 1000000 + i), 'watcher-' || i, 'Watcher ' || i, 'ADULT', 'psd-' || md5('w' || i)
    from generate_series(1, $2::int) i on conflict do nothing`,
    `insert into membership (partner_id, member_id, community_id, state)
    select $1, pg_temp.bench_id('mbr', 1000000 + i), pg_temp.bench_id('com', 1000000), 'ACTIVE'
    from generate_series(1, $2::int) i on conflict do nothing`,
  ];
  for (const text of statements) await client.query(text, [partner?.partnerId, count]);
  const { rows } = await client.query(
    `select partner_id as "partnerId", member_id as "memberId", external_id as "externalId", community_id as "communityId"
     from membership join member using (partner_id) where member.id = member_id and community_id = pg_temp.bench_id('com', 1000000)
     and partner_id = $1 limit $2`,
    [partner?.partnerId, count],
  );
  await client.end();
  return rows;
}
