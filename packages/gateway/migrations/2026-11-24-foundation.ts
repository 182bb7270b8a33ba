import { type Kysely, sql } from "kysely";

/**
 * Every table belongs to a partner: `partner_id` leads each key, reference and index (but the outbox's order), so that
 * no row can point into another partner and the tables can be distributed by it.
 *
 * Ids are text under the "C" collation: their order is the order in time they were made in.
 * Outbox, audit and idempotency do not reference `partner`: each write would lock that one row with all the others.
 */
const id = (column: string, prefix: string): string =>
  `${column} text collate "C" not null check (${column} ~ '^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$')`;
const partnerId = id("partner_id", "prt");
/** Another row's id; the reference itself keeps its form. */
const ref = (column: string): string => `${column} text collate "C" not null`;
const instant = (column: string): string => `${column} timestamptz not null default now()`;
const chars = (column: string, min: number, max: number): string =>
  `check (char_length(${column}) between ${min} and ${max})`;
const oneOf = (column: string, ...values: string[]): string =>
  `check (${column} in (${values.map((value) => `'${value}'`).join(", ")}))`;
const someOf = (column: string, ...values: string[]): string =>
  `check (${column} <@ array[${values.map((value) => `'${value}'`).join(", ")}])`;
const atMost = (column: string, count: number): string =>
  `check (cardinality(${column}) <= ${count} and array_position(${column}, null) is null)`;
const score = (column: string): string => `${column} smallint check (${column} between 1 and 5)`;
const toMember = (column: string): string => `foreign key (partner_id, ${column}) references member (partner_id, id)`;
const toOffer = "foreign key (partner_id, offer_id) references support_offer (partner_id, id)";

const KINDS = ["EMOTIONAL", "INFORMATIONAL", "INSTRUMENTAL", "COMPANIONSHIP"];

const statements = [
  `create table partner (
    ${partnerId},
    name text not null ${chars("name", 1, 120)},
    matching_dial text not null default 'PEER_TO_PEER'
      ${oneOf("matching_dial", "STAFF_PROPOSES", "STAFF_APPROVES", "SUGGEST_ONLY", "PEER_TO_PEER")},
    ${instant("created_at")},
    primary key (partner_id)
  )`,

  `create table partner_origin (
    ${ref("partner_id")} references partner (partner_id),
    origin text collate "C" not null ${chars("origin", 8, 300)},
    primary key (partner_id, origin)
  )`,

  `create table api_key (
    ${ref("partner_id")} references partner (partner_id),
    id text collate "C" not null ${chars("id", 1, 64)},
    kind text not null ${oneOf("kind", "SECRET", "PUBLISHABLE")},
    hash bytea not null check (octet_length(hash) = 32),
    hint text not null ${chars("hint", 1, 16)},
    ${instant("created_at")},
    revoked_at timestamptz,
    primary key (partner_id, id),
    unique (partner_id, hash)
  )`,

  `create table signing_key (
    ${ref("partner_id")} references partner (partner_id),
    kid text collate "C" not null ${chars("kid", 1, 64)},
    secret_encrypted bytea not null check (octet_length(secret_encrypted) <= 1024),
    ${instant("created_at")},
    retired_at timestamptz,
    primary key (partner_id, kid)
  )`,

  `create table member (
    ${ref("partner_id")} references partner (partner_id),
    ${id("id", "mbr")},
    external_id text collate "C" not null ${chars("external_id", 1, 128)},
    display_name text ${chars("display_name", 1, 80)},
    age_band text ${oneOf("age_band", "MINOR", "ADULT")},
    is_adult boolean not null generated always as (coalesce(age_band = 'ADULT', false)) stored,
    meets_as text not null generated always as (
      case when state <> 'ACTIVE' then 'NOBODY' when age_band = 'ADULT' then 'ADULT' else 'MINOR' end
    ) stored,
    roles text[] not null default '{}' ${someOf("roles", "MODERATOR", "CARE_TEAM")},
    languages text[] not null default '{}' ${atMost("languages", 10)},
    time_zone text ${chars("time_zone", 1, 64)},
    state text not null default 'ACTIVE'
      ${oneOf("state", "ACTIVE", "PAUSED", "SUSPENDED", "DISCHARGED", "ERASED", "DECEASED")},
    tokens_not_before timestamptz,
    pseudonym text collate "C" not null ${chars("pseudonym", 8, 64)},
    ${instant("created_at")},
    ${instant("updated_at")},
    primary key (partner_id, id),
    unique (partner_id, external_id),
    constraint member_meets_as unique (partner_id, id, meets_as)
  )`,

  `create table community (
    ${ref("partner_id")} references partner (partner_id),
    ${id("id", "com")},
    name text not null ${chars("name", 1, 120)},
    description text ${chars("description", 1, 2000)},
    guidelines text ${chars("guidelines", 1, 2000)},
    topics text[] not null default '{}' ${atMost("topics", 10)},
    visibility text not null ${oneOf("visibility", "PUBLIC", "MEMBERS_ONLY")},
    seats integer check (seats >= 1),
    member_count integer not null default 0 check (member_count >= 0),
    ${instant("created_at")},
    ${instant("updated_at")},
    primary key (partner_id, id),
    constraint community_seats_taken check (seats is null or member_count <= seats)
  )`,

  `create table membership (
    ${ref("partner_id")},
    ${ref("member_id")},
    ${ref("community_id")},
    role text not null default 'MEMBER' ${oneOf("role", "MEMBER", "FACILITATOR")},
    state text not null default 'ACTIVE' ${oneOf("state", "ACTIVE", "LEFT", "REMOVED")},
    ${instant("joined_at")},
    ${instant("updated_at")},
    primary key (partner_id, member_id, community_id),
    ${toMember("member_id")},
    foreign key (partner_id, community_id) references community (partner_id, id)
  )`,
  "create index membership_of_community on membership (partner_id, community_id, member_id)",

  `create table support_offer (
    ${ref("partner_id")},
    ${id("id", "sof")},
    ${ref("author_id")},
    author_meets_as text not null,
    community_id text collate "C",
    audience_id text collate "C" not null generated always as (coalesce(community_id, partner_id)) stored,
    kinds text[] not null ${someOf("kinds", ...KINDS)},
    title text not null ${chars("title", 1, 120)},
    description text ${chars("description", 1, 2000)},
    topics text[] not null default '{}' ${atMost("topics", 10)},
    languages text[] not null default '{}' ${atMost("languages", 10)},
    ways_to_meet text[] not null ${someOf("ways_to_meet", "MESSAGE", "CALL", "IN_PERSON", "PRACTICAL")},
    capacity integer not null check (capacity between 1 and 20),
    accepted_count integer not null default 0,
    state text not null default 'OPEN' ${oneOf("state", "OPEN", "PAUSED", "CLOSED")},
    expires_at timestamptz,
    ${instant("created_at")},
    ${instant("updated_at")},
    primary key (partner_id, id),
    -- keeps what lists filter by on the offer itself, where PostgreSQL holds it to the author's own
    constraint support_offer_author foreign key (partner_id, author_id, author_meets_as)
      references member (partner_id, id, meets_as) on update cascade,
    foreign key (partner_id, community_id) references community (partner_id, id),
    constraint support_offer_kinds_count check (cardinality(kinds) between 1 and 4),
    constraint support_offer_ways_count check (cardinality(ways_to_meet) <= 4),
    constraint support_offer_seats_taken check (accepted_count between 0 and capacity)
  )`,
  // with what lists ask of each row they pass over, so that they look into the table for those alone that they show
  `create index support_offer_of_audience on support_offer (partner_id, audience_id, id desc)
    include (author_id, author_meets_as, state, expires_at)`,
  "create index support_offer_of_author on support_offer (partner_id, author_id, id desc)",
  `create index support_offer_of_community on support_offer (partner_id, community_id)
    where community_id is not null`,

  `create table support_offer_kind (
    ${ref("partner_id")},
    ${ref("audience_id")},
    kind text not null ${oneOf("kind", ...KINDS)},
    ${ref("offer_id")},
    primary key (partner_id, audience_id, kind, offer_id),
    ${toOffer} on delete cascade
  )`,
  "create index support_offer_kind_of_offer on support_offer_kind (partner_id, offer_id)",

  `create table exchange (
    ${ref("partner_id")},
    ${id("id", "exc")},
    ${ref("offer_id")},
    ${ref("supporter_id")},
    ${ref("recipient_id")},
    proposed_by text not null ${oneOf("proposed_by", "SUPPORTER", "RECIPIENT")},
    state text not null default 'PROPOSED'
      ${oneOf("state", "PROPOSED", "ACCEPTED", "COMPLETED", "DECLINED", "WITHDRAWN", "EXPIRED", "ENDED_EARLY")},
    ${instant("proposed_at")},
    expires_at timestamptz not null,
    accepted_at timestamptz,
    closed_at timestamptz,
    primary key (partner_id, id),
    ${toOffer},
    ${toMember("supporter_id")},
    ${toMember("recipient_id")},
    constraint exchange_of_two_people check (supporter_id <> recipient_id),
    constraint exchange_accepted_at_known check (state <> 'ACCEPTED' or accepted_at is not null),
    constraint exchange_closed_at_known check ((closed_at is null) = (state in ('PROPOSED', 'ACCEPTED')))
  )`,
  `create unique index exchange_open_once on exchange (partner_id, offer_id, recipient_id)
    where state in ('PROPOSED', 'ACCEPTED')`,
  "create index exchange_of_offer on exchange (partner_id, offer_id, id desc)",
  "create index exchange_of_supporter on exchange (partner_id, supporter_id)",
  "create index exchange_of_recipient on exchange (partner_id, recipient_id)",

  `create table exchange_participant (
    ${ref("partner_id")},
    ${ref("member_id")},
    ${ref("exchange_id")},
    ${ref("offer_id")},
    primary key (partner_id, member_id, exchange_id),
    foreign key (partner_id, exchange_id) references exchange (partner_id, id) on delete cascade,
    ${toMember("member_id")},
    ${toOffer}
  )`,
  `create index exchange_participant_of_offer
    on exchange_participant (partner_id, offer_id, member_id, exchange_id desc)`,
  "create index exchange_participant_of_exchange on exchange_participant (partner_id, exchange_id)",

  `create table pulse_check_in (
    ${ref("partner_id")},
    ${id("id", "chk")},
    ${ref("member_id")},
    ${score("mood")},
    ${score("strain")},
    ${score("connectedness")},
    ${score("hope")},
    support_received boolean,
    support_given boolean,
    recorded_at timestamptz not null,
    day date not null,
    time_zone text not null ${chars("time_zone", 1, 64)},
    ${instant("created_at")},
    primary key (partner_id, id),
    ${toMember("member_id")}
  )`,
  "create index pulse_check_in_of_member on pulse_check_in (partner_id, member_id, recorded_at desc, id desc)",

  `create table outbox (
    ${partnerId},
    ${id("id", "evt")},
    transaction_id xid8 not null default pg_current_xact_id(),
    type text not null ${chars("type", 1, 80)},
    object_id text collate "C" not null ${chars("object_id", 1, 64)},
    ${instant("created_at")},
    primary key (partner_id, id)
  )`,
  "create index outbox_in_order on outbox (transaction_id, id)",

  `create table audit (
    ${partnerId},
    ${id("id", "aud")},
    ${instant("at")},
    actor_kind text not null ${oneOf("actor_kind", "MEMBER", "SERVER", "SYSTEM")},
    actor text not null ${chars("actor", 1, 80)},
    on_behalf_of text ${chars("on_behalf_of", 1, 80)},
    action text not null ${chars("action", 1, 80)},
    object_id text collate "C" ${chars("object_id", 1, 64)},
    request_id text not null ${chars("request_id", 1, 64)},
    primary key (partner_id, id)
  )`,

  `create table idempotency (
    ${partnerId},
    caller text collate "C" not null ${chars("caller", 1, 200)},
    key text collate "C" not null ${chars("key", 1, 255)},
    response_key text collate "C" not null ${chars("response_key", 1, 1000)},
    input_hash bytea not null check (octet_length(input_hash) = 32),
    result jsonb not null,
    ${instant("created_at")},
    primary key (partner_id, caller, key, response_key)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** What the running gateway may do. Locking a row needs the right to update; the audit only grows. */
export const rights = {
  partner: "select, insert, update",
  partner_origin: "select, insert, delete",
  api_key: "select, insert, update",
  signing_key: "select, insert, update",
  member: "select, insert, update",
  community: "select, insert, update",
  membership: "select, insert, update",
  support_offer: "select, insert, update",
  support_offer_kind: "select, insert, delete",
  exchange: "select, insert, update",
  exchange_participant: "select, insert",
  pulse_check_in: "select, insert",
  outbox: "select, insert",
  audit: "select, insert",
  idempotency: "select, insert",
};
