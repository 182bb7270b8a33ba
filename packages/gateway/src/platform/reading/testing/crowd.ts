import pg from "pg";

/** Ids of the crowd's first partner, as they are generated below. */
export const crowdId = (prefix: string, number: number): string =>
  `${prefix}_0${number.toString(16).padStart(25, "0")}`;

const id = (prefix: string, number: string) => `'${prefix}_0' || lpad(to_hex(${number}), 25, '0')`;
const MEMBERS = 1_500;
/** Most lie idle; members are in these. */
const COMMUNITIES = 2_000;
const LIVELY = 10;
const ROWS = 20_000;

/**
 * Two partners with so much that the planner has to choose well: a thousand offers and more in a community, in each of
 * three communities of a member. Numbers that are equal modulo two belong to the same partner.
 */
const statements = [
  `insert into partner (partner_id, name) select ${id("prt", "i")}, 'Clinic ' || i from generate_series(0, 1) i`,
  `insert into member (partner_id, id, external_id, age_band, pseudonym)
    select ${id("prt", "i % 2")}, ${id("mbr", "i")}, 'p' || i, 'ADULT', 'nobody-' || i from generate_series(0, ${MEMBERS - 1}) i`,
  `insert into community (partner_id, id, name, visibility)
    select ${id("prt", "i % 2")}, ${id("com", "i")}, 'Community ' || i, 'PUBLIC' from generate_series(0, ${COMMUNITIES - 1}) i`,
  `insert into membership (partner_id, member_id, community_id)
    select distinct ${id("prt", "i % 2")}, ${id("mbr", "i")}, ${id("com", `(i + 2 * n) % ${LIVELY}`)}
    from generate_series(0, ${MEMBERS - 1}) i, generate_series(0, 2) n`,
  `insert into support_offer (partner_id, id, author_id, author_meets_as, community_id, kinds, title, ways_to_meet, capacity)
    select ${id("prt", "i % 2")}, ${id("sof", "i")}, ${id("mbr", `(i * 7) % ${MEMBERS / 2} * 2 + i % 2`)}, 'ADULT',
      case when i % 11 > 0 then ${id("com", `(i * 3) % ${LIVELY / 2} * 2 + i % 2`)} end,
      array[(array['EMOTIONAL', 'INFORMATIONAL', 'INSTRUMENTAL', 'COMPANIONSHIP'])[1 + i / 2 % 4]], 'Offer ' || i, '{MESSAGE}', 3
    from generate_series(0, ${ROWS - 1}) i`,
  "insert into support_offer_kind select partner_id, audience_id, kinds[1], id from support_offer",
  `insert into exchange (partner_id, id, offer_id, supporter_id, recipient_id, proposed_by, state, expires_at, closed_at)
    select o.partner_id, replace(o.id, 'sof', 'exc'), o.id, o.author_id, m.id, 'SUPPORTER', 'DECLINED', now(), now()
    from support_offer o
    join member m on m.partner_id = o.partner_id and m.id = ${id("mbr", `(('x' || right(o.id, 6))::bit(24)::int * 13) % ${MEMBERS / 2} * 2 + ('x' || right(o.id, 6))::bit(24)::int % 2`)}
    where m.id <> o.author_id`,
  `insert into exchange_participant select partner_id, unnest(array[supporter_id, recipient_id]), id, offer_id from exchange`,
  `insert into pulse_check_in (partner_id, id, member_id, mood, recorded_at, day, time_zone)
    select ${id("prt", "i % 2")}, ${id("chk", "i")}, ${id("mbr", "i % 20")}, 1 + i % 5, at, at::date, 'UTC'
    from generate_series(0, ${ROWS - 1}) i, lateral (select now() - i * interval '1 hour' as at) times`,
  "vacuum analyze",
];

export async function seedCrowd(adminUrl: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    await client.query("set session_replication_role = replica; set synchronous_commit = off"); // keys are right by construction
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
