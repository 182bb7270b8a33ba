import type { Cases } from "./testing.guarded-readings.js";

/** As the readings: bound, then not. */
export const changes: Cases = {
  insert: [
    "insert into outbox (partner_id, id, type, object_id) values ($1, $2, 'x', 'y')",
    "insert into outbox (partner_id, id, type, object_id) values ('prt_00000000000000000000000000', $1, 'x', 'y')",
    "insert into outbox (id, type, object_id) values ($1, 'x', 'y')",
    "insert into outbox values ($1, $2)",
    "insert into outbox default values",
    "insert into outbox (partner_id, id, type, object_id) values ($1, $2, 'x', 'y'), (default, $3, 'x', 'y')",
    "insert into outbox (partner_id, id, type, object_id) values ($1, $2, 'x', 'y'), ('prt_b', $3, 'x', 'y')",
    "insert into outbox (partner_id, id, type, object_id) values ((select partner_id from partner limit 1), $2, 'x', 'y')",
    "insert into outbox (partner_id, id, type, object_id) values ($1, $2, 'x', (select id from member limit 1))",
  ],
  "insert select": [
    "insert into exchange_participant (partner_id, member_id, exchange_id, offer_id) select e.partner_id, e.supporter_id, e.id, e.offer_id from exchange e where e.partner_id = $1",
    "insert into exchange_participant (partner_id, member_id, exchange_id, offer_id) select e.partner_id, e.supporter_id, e.id, e.offer_id from exchange e",
    "insert into exchange_participant (partner_id, member_id, exchange_id, offer_id) select e.id, e.supporter_id, e.partner_id, e.offer_id from exchange e where e.partner_id = $1",
    "insert into exchange_participant (partner_id, member_id, exchange_id, offer_id) select * from exchange_participant e where e.partner_id = $1",
    "insert into exchange_participant (partner_id, member_id, exchange_id, offer_id) select e.partner_id, e.supporter_id, e.id, e.offer_id from exchange e where e.partner_id = $1 union all select u, u, u, u from unnest($2::text[]) u",
  ],
  "insert select from a list": [
    "insert into support_offer_kind (partner_id, audience_id, kind, offer_id) select $1, $2, k, $3 from unnest($4::text[]) k",
    "insert into support_offer_kind (partner_id, audience_id, kind, offer_id) select k, $2, k, $3 from unnest($4::text[]) k",
  ],
  upsert: [
    "insert into member (partner_id, id, external_id, pseudonym) values ($1, $2, $3, $4) on conflict (partner_id, external_id) do update set display_name = excluded.display_name returning id",
    "insert into member (partner_id, id, external_id, pseudonym) values ('prt_b', $2, $3, $4) on conflict (partner_id, external_id) do update set display_name = excluded.display_name returning id",
    "insert into member (partner_id, id, external_id, pseudonym) values ($1, $2, $3, $4) on conflict on constraint member_pkey do update set display_name = excluded.display_name",
    "insert into member (partner_id, id, external_id, pseudonym) values ($1, $2, $3, $4) on conflict (partner_id, external_id) do update set partner_id = excluded.external_id",
    "insert into member (partner_id, id, external_id, pseudonym) values ($1, $2, $3, $4) on conflict (partner_id, external_id) do update set display_name = (select name from community limit 1)",
    "insert into member (partner_id, id, external_id, pseudonym) values ($1, $2, $3, $4) returning (select count(*) from community)",
  ],
  "insert or nothing": [
    "insert into idempotency (partner_id, caller, key, response_key, input_hash, result) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    "insert into idempotency (partner_id, caller, key, response_key, input_hash, result) values (upper($1), $2, $3, $4, $5, $6) on conflict do nothing",
  ],
  update: [
    "update member set state = 'PAUSED' where partner_id = $1 and id = $2",
    "update member set state = 'PAUSED' where id = $1",
    "update member set state = 'PAUSED'",
    "update member set partner_id = $2 where partner_id = $1",
    "update member set (state, partner_id) = (select 'x', $2) where partner_id = $1",
    "update member set display_name = (select name from community limit 1) where partner_id = $1",
    "update member set state = 'PAUSED' where partner_id = $1 or id = $2",
    "update member set state = 'PAUSED' where partner_id = $1 returning (select count(*) from community)",
  ],
  "update from": [
    "update member m set state = 'PAUSED' from membership s where s.partner_id = $1 and m.partner_id = s.partner_id and m.id = s.member_id",
    "update member m set state = 'PAUSED' from membership s where s.partner_id = $1 and m.id = s.member_id",
    "update member m set state = 'PAUSED' from membership s where m.partner_id = $1 and m.id = s.member_id",
    "update member m set state = 'PAUSED' from membership s where m.partner_id = s.partner_id and m.id = s.member_id",
  ],
  delete: [
    "delete from support_offer_kind where partner_id = $1 and offer_id = $2",
    "delete from support_offer_kind where offer_id = $1",
    "delete from support_offer_kind",
  ],
  "delete using": [
    "delete from support_offer_kind k using support_offer o where o.partner_id = $1 and k.partner_id = o.partner_id and k.offer_id = o.id",
    "delete from support_offer_kind k using support_offer o where o.partner_id = $1 and k.offer_id = o.id",
    "delete from support_offer_kind k using support_offer o where k.partner_id = $1 and k.offer_id = o.id",
  ],
  "changes inside WITH": [
    "with gone as (delete from support_offer_kind where partner_id = $1 returning *) insert into outbox (partner_id, id, type, object_id) select gone.partner_id, $2, 'x', gone.offer_id from gone",
    "with gone as (delete from support_offer_kind returning *) insert into outbox (partner_id, id, type, object_id) select gone.partner_id, $2, 'x', gone.offer_id from gone",
    "with gone as (delete from support_offer_kind where partner_id = $1 returning *) insert into outbox (partner_id, id, type, object_id) select gone.offer_id, $2, 'x', gone.offer_id from gone",
  ],
  "side rows in one statement": [
    "with side_0 as (insert into outbox (partner_id, created_at, id, type, object_id) values ($1, $2, $3, $4, $5)) insert into audit (partner_id, at, id, actor_kind, actor, action, request_id) values ($1, $2, $6, $7, $8, $9, $10)",
    "with side_0 as (insert into outbox (created_at, id, type, object_id) values ($2, $3, $4, $5)) insert into audit (partner_id, at, id, actor_kind, actor, action, request_id) values ($1, $2, $6, $7, $8, $9, $10)",
  ],
};
