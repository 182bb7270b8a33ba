/**
 * The raw floor: node:http and prepared SQL that returns the finished JSON as text. It checks no token, keeps no limits
 * and writes no log; it applies the same rules of who sees what, and its write makes the same rows.
 */

import { randomBytes } from "node:crypto";
import pg from "pg";
import { type Asked, listen } from "./listen.ts";

const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: Number(process.env["POOL"] ?? 10),
  idleTimeoutMillis: 0,
  options:
    "-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off",
});

/** The author is active and on the viewer's side of the line between adults and minors; $3 says on which that is. */
const authorMayMeet = "o.author_meets_as = case when $3::boolean then 'ADULT' else 'MINOR' end";
const cursor = (id: string) => `translate(encode(convert_to(${id}, 'UTF8'), 'base64'), '+/=' || chr(10), '-_')`;

const COMMUNITY_PAGE = `
select json_build_object('data', json_build_object('node', (
  select json_build_object('id', c.id, 'name', c.name, 'topics', c.topics, 'memberCount', c.member_count,
    'viewerMembership', (select json_build_object('role', m.role, 'state', m.state) from membership m where m.partner_id = $1 and m.member_id = $2 and m.community_id = c.id),
    'supportOffers', (
      select json_build_object(
        'nodes', coalesce(json_agg(p.j order by p.id desc) filter (where p.n <= 20), '[]'),
        'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', ${cursor("min(p.id) filter (where p.n <= 20)")}))
      from (
        select o.id, row_number() over (order by o.id desc) n, json_build_object(
          'id', o.id, 'title', o.title, 'kinds', o.kinds, 'seatsLeft', o.capacity - o.accepted_count, 'createdAt', o.created_at,
          'author', (select json_build_object('id', a.id, 'displayName', a.display_name) from member a where a.partner_id = $1 and a.id = o.author_id),
          'viewerCan', case
            when o.author_id = $2 then array['EDIT', 'PAUSE', 'CLOSE']
            when mine.id is null and v.state = 'ACTIVE' and ${authorMayMeet} then array['PROPOSE'] else '{}' end,
          'viewerExchange', case when mine.id is not null then json_build_object('id', mine.id, 'state', mine.state) end) j
        from support_offer o
        left join lateral (
          select x.id, x.state from exchange x
          where x.partner_id = $1 and x.offer_id = o.id and x.recipient_id = $2 and x.state in ('PROPOSED', 'ACCEPTED') and (x.state = 'ACCEPTED' or x.expires_at > now())
        ) mine on true
        where o.partner_id = $1 and o.audience_id = c.id and o.state = 'OPEN' and (o.expires_at is null or o.expires_at > now())
          and (o.author_id = $2 or me.role = 'FACILITATOR' or ${authorMayMeet})
        order by o.id desc limit 21
      ) p
    ))
  from community c
  join member v on v.partner_id = $1 and v.id = $2
  left join membership me on me.partner_id = $1 and me.member_id = $2 and me.community_id = c.id and me.state = 'ACTIVE'
  where c.partner_id = $1 and c.id = $4 and (c.visibility = 'PUBLIC' or me.member_id is not null)
)))::text as j`;

const HOME = `
select json_build_object('data', json_build_object('viewer', (
  select json_build_object('member', json_build_object('id', v.id, 'displayName', v.display_name),
    'memberships', (select json_build_object('nodes', coalesce(json_agg(json_build_object('role', m.role, 'community', json_build_object('id', c.id, 'name', c.name, 'memberCount', c.member_count)) order by m.community_id desc), '[]'))
      from (select role, community_id from membership where partner_id = $1 and member_id = $2 and state = 'ACTIVE' order by community_id desc limit 10) m
      join community c on c.partner_id = $1 and c.id = m.community_id),
    'pulseCheckIns', (select json_build_object('nodes', coalesce(json_agg(json_build_object('id', k.id, 'mood', k.mood, 'strain', k.strain, 'connectedness', k.connectedness, 'hope', k.hope, 'day', k.day, 'recordedAt', k.recorded_at) order by k.recorded_at desc, k.id desc), '[]'))
      from (select * from pulse_check_in where partner_id = $1 and member_id = $2 order by recorded_at desc, id desc limit 30) k))
  from member v where v.partner_id = $1 and v.id = $2
)))::text as j`;

const OFFER_LIST = `
select json_build_object('data', json_build_object('supportOffers', (
  select json_build_object(
    'nodes', coalesce(json_agg(json_build_object('id', p.id, 'title', p.title, 'kinds', p.kinds, 'createdAt', p.created_at,
        'author', (select json_build_object('id', a.id, 'displayName', a.display_name) from member a where a.partner_id = $1 and a.id = p.author_id),
        'community', (select json_build_object('id', c.id, 'name', c.name) from community c where c.partner_id = $1 and c.id = p.community_id)) order by p.id desc) filter (where p.n <= 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', ${cursor("min(p.id) filter (where p.n <= 50)")}))
  from (
    select o.*, row_number() over (order by o.id desc) n
    from (
      select o.id
      from (select community_id as id, role = 'FACILITATOR' as facilitates from membership where partner_id = $1 and member_id = $2 and state = 'ACTIVE'
            union all select $1, false) room
      cross join lateral (
        select o.id from support_offer o
        where o.partner_id = $1 and o.audience_id = room.id and (o.author_id = $2 or room.facilitates or ${authorMayMeet})
        order by o.id desc limit 51
      ) o
      order by o.id desc limit 51
    ) few
    cross join lateral (select * from support_offer o where o.partner_id = $1 and o.id = few.id offset 0) o
  ) p
)))::text as j`;

const RECORD = `
with made as (
  insert into pulse_check_in (partner_id, id, member_id, mood, strain, connectedness, hope, support_given, recorded_at, day, time_zone)
  values ($1, $3, $2, $4, $5, $6, $7, $8, now(), (now() at time zone 'UTC')::date, 'UTC') returning *
), event as (
  insert into outbox (partner_id, id, type, object_id) values ($1, $9, 'pulse-check-in.recorded', $3)
), trail as (
  insert into audit (partner_id, id, at, actor_kind, actor, action, object_id, request_id)
  select $1, $10, now(), 'MEMBER', v.pseudonym, 'pulse-check-in.record', $3, $11 from member v where v.partner_id = $1 and v.id = $2
), once as (
  insert into idempotency (partner_id, caller, key, response_key, input_hash, result)
  values ($1, $2, $12, 'recordPulseCheckIn', $13, json_build_object('checkInId', $3::text))
)
select json_build_object('data', json_build_object('recordPulseCheckIn', json_build_object('checkIn',
  json_build_object('id', id, 'mood', mood, 'strain', strain, 'connectedness', connectedness, 'hope', hope, 'day', day, 'recordedAt', recorded_at))))::text as j from made`;

/** Ids that sort by time, as Kith's do. */
function newId(prefix: string): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${prefix}_01${time}${randomBytes(6).toString("hex")}`;
}

function statementOf({ body: { operationName, variables }, partnerId, memberId, idempotencyKey: key }: Asked) {
  switch (operationName) {
    case "CommunityPage":
      return { name: "page", text: COMMUNITY_PAGE, values: [partnerId, memberId, true, variables.id] };
    case "Home":
      return { name: "home", text: HOME, values: [partnerId, memberId] };
    case "OfferList":
      return { name: "list", text: OFFER_LIST, values: [partnerId, memberId, true] };
    default: {
      const input = variables.input as Record<string, unknown>;
      const values = [
        partnerId,
        memberId,
        newId("chk"),
        input["mood"],
        input["strain"],
        input["connectedness"],
        input["hope"],
        input["supportGiven"],
      ];
      return {
        name: "record",
        text: RECORD,
        values: [...values, newId("evt"), newId("aud"), newId("req"), key, Buffer.alloc(32, 1)],
      };
    }
  }
}

listen(async (asked) => {
  const { rows } = await pool.query<{ j: string }>(statementOf(asked));
  return rows[0]?.j ?? "null";
});
