import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crossPartner } from "./cross-partner.js";
import { checkPartner, checkStatement, loadStatementGuard } from "./statement-guard.js";
import { type TestDatabase, testDatabase } from "./testing.js";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  await loadStatementGuard();
  database = await testDatabase();
  client = new pg.Client(database.adminUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The cases say what they mean: PostgreSQL itself can run each of them. */
const runs = (text: string): Promise<unknown> => client.query(`explain (generic_plan) ${text}`);

/** Bound, then the same with the binding taken away or made to mean something else. */
const readings: Record<string, [bound: string, ...unbound: string[]]> = {
  select: [
    "select id from member where partner_id = $1",
    "select id from member",
    "select id from member where id = $1",
    "select id from member where partner_id = 'prt_00000000000000000000000000'",
    "select id from member where partner_id <> $1",
    "select id from member where partner_id = partner_id",
    "select id from member where partner_id like $1",
    "select id from member where partner_id = any(array[$1, 'prt_b'])",
    "select id from member where partner_id in ($1, $2)",
    "select id from member where partner_id = id or partner_id = $1",
    "table member",
  ],
  "select, qualified": [
    "select m.id from member as m where m.partner_id = $1 and m.id = $2",
    "select m.id from member as m where m.id = $1 and m.external_id = $2",
  ],
  "the parameter first, and cast": [
    "select id from member where $1::text = partner_id",
    "select id from member where $1::text = external_id",
    "select id from member where partner_id = coalesce($1, partner_id)",
    "select id from member where partner_id = substr($1, 1)",
  ],
  "row comparison": [
    "select id from member where (partner_id, id) = ($1, $2)",
    "select id from member where (external_id, id) = ($1, $2)",
    "select id from member where (partner_id, id) >= ($1, $2)",
  ],
  "or true": [
    "select id from member where partner_id = $1 and (id = $2 or true)",
    "select id from member where partner_id = $1 or true",
    "select id from member where (partner_id = $1 and id = $2) or id = $3",
    "select id from member where not (partner_id = $1)",
    "select id from member where (partner_id = $1) is not null",
    "select id from member where case when true then true else partner_id = $1 end",
  ],
  "comments and strings": [
    "select id from member /* or true */ where partner_id = $1 -- or true",
    "select id from member -- where partner_id = $1",
    "select id from member /* where partner_id = $1 */",
    "select id from member where id = 'x' /* and */ -- and partner_id = $1",
    "select id from member where id = 'partner_id = $1'",
    "select id from member where id = $$ and partner_id = $1 $$",
  ],
  "inner join": [
    "select 1 from membership m join community c on c.partner_id = m.partner_id and c.id = m.community_id where m.partner_id = $1",
    "select 1 from membership m join community c on c.id = m.community_id where m.partner_id = $1",
    "select 1 from membership m join community c on c.partner_id = m.partner_id",
    "select 1 from membership m join community c on c.partner_id = m.partner_id or m.partner_id = $1 where m.partner_id = $1",
    "select 1 from membership m join community c using (id) where m.partner_id = $1".replace("(id)", "(updated_at)"),
    "select 1 from membership m cross join community c where m.partner_id = $1",
    "select 1 from membership m, community c where m.partner_id = $1 and c.id = m.community_id",
  ],
  "left join": [
    "select 1 from membership m left join community c on c.partner_id = m.partner_id and c.id = m.community_id where m.partner_id = $1",
    "select 1 from membership m left join community c on c.id = m.community_id where m.partner_id = $1",
    "select 1 from membership m left join community c on c.partner_id = $1 and m.partner_id = $1",
    "select 1 from membership m left join community c on c.partner_id = $1 and m.partner_id = c.partner_id",
    "select 1 from membership m left join community c on m.partner_id = c.partner_id and m.partner_id = $1",
  ],
  "right and full join": [
    "select 1 from membership m right join community c on c.partner_id = m.partner_id where c.partner_id = $1",
    "select 1 from membership m right join community c on c.partner_id = m.partner_id and c.partner_id = $1",
    "select 1 from membership m full join community c on c.partner_id = m.partner_id where m.partner_id = $1",
    "select 1 from membership m full join community c on c.partner_id = m.partner_id and m.partner_id = $1",
  ],
  "a chain of joins": [
    `select 1 from exchange e join support_offer o on o.partner_id = e.partner_id and o.id = e.offer_id
       left join community c on c.partner_id = o.partner_id and c.id = o.community_id where e.partner_id = $1`,
    `select 1 from exchange e join support_offer o on o.partner_id = e.partner_id and o.id = e.offer_id
       left join community c on c.partner_id = o.partner_id and c.id = o.community_id`,
    `select 1 from exchange e join support_offer o on o.partner_id = c.partner_id`.replace("c.p", "e.p"),
  ],
  subquery: [
    "select x.id from (select id from member where partner_id = $1) x",
    "select x.id from (select id, partner_id from member) x where x.partner_id = $1",
    "select x.id from (select id, partner_id from member limit 5) x where x.partner_id = $1",
  ],
  "bound by a subquery's column": [
    "select 1 from (select partner_id, id from member where partner_id = $1) x join exchange e on e.partner_id = x.partner_id",
    "select 1 from (select id as partner_id from member where partner_id = $1) x join exchange e on e.partner_id = x.partner_id",
    "select 1 from (select $2 || 'x' as partner_id from member where partner_id = $1) x join exchange e on e.partner_id = x.partner_id",
    "select 1 from (select partner_id, id from member where partner_id = $1) x (id, partner_id) join exchange e on e.partner_id = x.partner_id",
  ],
  "bound by a star": [
    "select 1 from (select * from member where partner_id = $1) x join exchange e on e.partner_id = x.partner_id",
    "select 1 from (select * from unnest($1::text[]) u (partner_id)) x join exchange e on e.partner_id = x.partner_id",
    "select 1 from (select m.* from member m where partner_id = $1) x (a, b, partner_id) join exchange e on e.partner_id = x.partner_id",
  ],
  exists: [
    "select 1 from member m where m.partner_id = $1 and exists (select from membership s where s.partner_id = m.partner_id)",
    "select 1 from member m where m.partner_id = $1 and exists (select from membership s where s.member_id = m.id)",
    "select 1 from member m where m.partner_id = $1 and exists (select from membership s where m.partner_id = $1)",
    "select 1 from member m where m.partner_id = $1 and not exists (select from membership s where s.member_id = $2)",
    "select 1 from member m where exists (select from membership s where s.partner_id = $1 and m.partner_id = s.partner_id)",
  ],
  "scalar subselect": [
    "select (select name from community c where c.partner_id = m.partner_id limit 1) from membership m where m.partner_id = $1",
    "select (select name from community c where c.id = m.community_id) from membership m where m.partner_id = $1",
    "select (select name from community c limit 1)",
    "select array(select id from member)",
    "select 1 where 1 in (select 1 from member)",
    "select 1 order by (select count(*) from member)",
    "select 1 limit (select count(*) from member)",
    "select json_array(select id from member)",
    "select 1 from generate_series(1, (select count(*) from member)) g",
    "select count(*) filter (where exists (select from member)) from community where partner_id = $1",
    "values ((select count(*) from member))",
  ],
  "subselects in every clause": [
    "select count(*) from member m where m.partner_id = $1 group by m.id having count(*) > (select count(*) from exchange e where e.partner_id = m.partner_id and m.id = $2) ".replace(
      "m.partner_id and m.id = $2",
      "$1",
    ),
    "select count(*) from member m where m.partner_id = $1 group by m.id having count(*) > (select count(*) from exchange e)",
    "select sum(1) over (order by (select count(*) from exchange)) from member where partner_id = $1",
    "select 1 from membership m join community c on exists (select from exchange) and c.partner_id = m.partner_id where m.partner_id = $1",
  ],
  CTE: [
    "with mine as (select partner_id, community_id from membership where partner_id = $1) select 1 from mine join community c on c.partner_id = mine.partner_id",
    "with mine as (select partner_id, community_id from membership) select 1 from mine join community c on c.partner_id = mine.partner_id where c.partner_id = $1",
    "with mine as (select community_id as partner_id from membership where partner_id = $1) select 1 from mine join community c on c.partner_id = mine.partner_id",
    "with mine (partner_id, x) as (select community_id, partner_id from membership where partner_id = $1) select 1 from mine join community c on c.partner_id = mine.partner_id",
  ],
  "a CTE named like a table": [
    "with member as (select id from community where partner_id = $1) select id from member",
    "with member as (select id from member) select id from member",
    "with member as (select id from community where partner_id = $1) select id from public.member",
    "with a as (select 1 from member), member as (select 1) select 1 from a, member",
    "select 1 from member where exists (with member as (select 1) select 1 from member)",
    "with member as (select 1) update member set state = 'PAUSED'",
  ],
  "recursive CTE": [
    `with recursive tree as (select partner_id, id from member where partner_id = $1
       union all select c.partner_id, c.id from community c join tree t on c.partner_id = t.partner_id and c.id > t.id) select id from tree`,
    `with recursive tree as (select partner_id, id from member
       union all select c.partner_id, c.id from community c join tree t on c.partner_id = t.partner_id and c.id > t.id) select id from tree`,
    `with recursive tree as (select partner_id, id from member where partner_id = $1
       union all select c.partner_id, c.id from community c join tree t on c.id > t.id) select id from tree`,
    `with recursive tree as (select partner_id, id from member where partner_id = $1
       union all select u.other, c.id from community c join tree t on c.partner_id = t.partner_id, unnest($2::text[]) u (other)) select id from tree`,
    `with recursive tree (id, partner_id) as (select partner_id, id from member where partner_id = $1
       union all select c.partner_id, c.id from community c join tree t on c.partner_id = t.partner_id) select id from tree`,
  ],
  union: [
    "select id from member where partner_id = $1 union all select id from community where partner_id = $1",
    "select id from member where partner_id = $1 union all select id from community",
    "select id from member union select id from community where partner_id = $1",
    "select id from member where partner_id = $1 except select id from community",
    "select id from member where partner_id = $1 intersect (select id from community where partner_id = $1 union select id from exchange)",
  ],
  "bound by a union's column": [
    "select 1 from (select partner_id from member where partner_id = $1 union select $1) x join exchange e on e.partner_id = x.partner_id",
    "select 1 from (select partner_id from member where partner_id = $1 union select unnest($2::text[])) x join exchange e on e.partner_id = x.partner_id",
  ],
  "bound by values": [
    "select 1 from (values ($1, 1), ($1, 2)) v (partner_id, n) join exchange e on e.partner_id = v.partner_id",
    "select 1 from (values ($1, 1), ('prt_b', 2)) v (partner_id, n) join exchange e on e.partner_id = v.partner_id",
    "select 1 from (values ($1, 'x')) v (n, partner_id) join exchange e on e.partner_id = v.partner_id",
  ],
  lateral: [
    "select 1 from member m cross join lateral (select 1 from exchange e where e.partner_id = m.partner_id) x where m.partner_id = $1",
    "select 1 from member m cross join lateral (select 1 from exchange e where e.supporter_id = m.id) x where m.partner_id = $1",
    "select 1 from member m cross join lateral (select 1 from exchange e where e.partner_id = m.partner_id) x",
    "select 1 from unnest($1::text[]) u (partner_id) cross join lateral (select 1 from exchange e where e.partner_id = u.partner_id) x",
  ],
  "left join lateral": [
    "select 1 from member m left join lateral (select 1 from exchange e where e.partner_id = m.partner_id limit 1) x on true where m.partner_id = $1",
    "select 1 from member m left join lateral (select 1 from exchange e where e.partner_id = m.partner_id limit 1) x on m.partner_id = $1",
  ],
  "functions and other rows": [
    "select 1 from unnest($2::text[]) with ordinality as v (id, n) join member m on m.id = v.id and m.partner_id = $1",
    "select 1 from unnest($2::text[]) with ordinality as v (id, n) join member m on m.id = v.id",
    "select 1 from unnest($2::text[]) as v (partner_id) join member m on m.partner_id = v.partner_id",
    "select 1 from unnest($2::text[]) as v (partner_id), member where id = v.partner_id",
  ],
  "aliases that shadow": [
    "select 1 from member m where m.partner_id = $1 and exists (select from membership m where m.partner_id = $1)",
    "select 1 from member m where m.partner_id = $1 and exists (select from membership m where m.member_id = $2)",
    "select 1 from membership m where m.partner_id = $1 and exists (select from community c, unnest($2::text[]) m (partner_id) where c.partner_id = m.partner_id)",
    "select 1 from member as m (partner_id, id) where m.partner_id = $1",
    "select 1 from member as m (a, b, partner_id) where m.partner_id = $1",
  ],
  "a name that only looks like the neighbour's": [
    `select 1 from unnest($2::text[]) c (partner_id) where exists
       (select 1 from community c join exchange e on e.partner_id = c.partner_id where c.partner_id = $1)`,
    `select 1 from unnest($2::text[]) c (partner_id) where exists
       (select 1 from membership m join exchange e on exists (select 1 from audit where audit.partner_id = c.partner_id)
         and e.partner_id = m.partner_id, community c where m.partner_id = $1 and c.partner_id = $1)`,
    `select 1 from unnest($2::text[]) c (partner_id) where exists
       (select 1 from community c, membership m join exchange e on e.partner_id = m.partner_id
         and exists (select 1 from audit where audit.partner_id = c.partner_id) where m.partner_id = $1 and c.partner_id = $1)`,
    `select 1 from unnest($2::text[]) c (partner_id) where exists
       (select 1 from community c, (select 1 from audit where audit.partner_id = c.partner_id) x where c.partner_id = $1)`,
  ],
  "names without a table": [
    "select 1 from member where partner_id = $1 and exists (select 1 from membership where partner_id = $1)",
    "select 1 from member m, unnest($2::text[]) partner where partner_id = partner",
    "select 1 from membership, unnest($2::text[]) u (n) where n = $1",
  ],
  locking: [
    "select id from support_offer o where o.partner_id = $1 and o.id = $2 for update of o",
    "select id from support_offer o where o.id = $1 for update of o",
  ],
  "the shape that reading makes": [
    `select json_build_object('nodes', (select coalesce(json_agg(p.j), '[]') from (
       select json_build_object('id', t0.id, 'author', (select json_build_object('id', t1.id) from member as t1
           where t1.partner_id = $1 and t1.id = t0.author_id)) as j
       from support_offer as t0
       where t0.partner_id = $2 and (t0.author_id = $3 or exists (select from membership as m where m.partner_id = $4
         and m.member_id = $5 and m.community_id = t0.community_id)) order by t0.id desc limit $6) p)) as j`,
    `select json_build_object('nodes', (select coalesce(json_agg(p.j), '[]') from (
       select json_build_object('id', t0.id, 'author', (select json_build_object('id', t1.id) from member as t1
           where t1.id = t0.author_id)) as j
       from support_offer as t0 where t0.partner_id = $1) p)) as j`,
  ],
  "the rooms that reading merges": [
    `select r.id, o.id from (select m.community_id as id, m.role = 'FACILITATOR' as f from membership as m where m.partner_id = $1
         and m.member_id = $2 union all select $1, false) as r
       cross join lateral (select t.* from support_offer as t where t.partner_id = $1 and t.audience_id = r.id order by t.id desc limit 20) as o`,
    `select r.id, o.id from (select m.community_id as id, m.role = 'FACILITATOR' as f from membership as m where m.partner_id = $1
         and m.member_id = $2 union all select $1, false) as r
       cross join lateral (select t.* from support_offer as t where t.audience_id = r.id order by t.id desc limit 20) as o`,
  ],
};

const changes: typeof readings = {
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

describe.each(Object.entries({ ...readings, ...changes }))("%s", (_name, [bound, ...unbound]) => {
  test("bound to the partner, it passes", async () => {
    await runs(bound);
    expect(checkStatement(bound).length).toBeGreaterThan(0);
  });
  test.each(unbound)("refused: %s", async (text) => {
    await runs(text);
    expect(() => checkStatement(text)).toThrow(expect.objectContaining({ name: "UnboundStatement" }));
  });
});

test.each([
  "select 1; select 1",
  "select id from member where partner_id = $1; select id from member",
  "",
  "-- nothing",
  "merge into member m using exchange e on m.partner_id = $1 and e.partner_id = $1 when matched then delete",
  "copy member to stdout",
  "copy (select id from member where partner_id = $1) to stdout",
  "truncate member",
  "lock table member",
  "create view v as select * from member where partner_id = 'x'",
  "create table copied as select * from member",
  "select * into copied from member where partner_id = $1",
  "prepare p as select * from member",
  "execute p",
  "declare c cursor for select * from member",
  "delete from member where current of c",
  "do $$ begin perform 1 from member; end $$",
  "call p()",
  "explain analyze select id from member",
  "prepare transaction 'x'",
  "set search_path = other",
  "set role postgres",
  "set session authorization postgres",
  "reset all",
  "select set_config('search_path', 'other', false)",
  "select query_to_xml('select * from member', true, false, '')",
  "select table_to_xml('member', true, false, '')",
  "select * from ts_stat('select tsv from member')",
  "select * from pg_catalog.ts_stat('select tsv from member')",
  "select pg_read_file('postgresql.conf')",
  "select other.function()",
  "select * from other.member where partner_id = $1",
  "select * from unheard_of where partner_id = $1",
  "select * from pg_stats",
  "select most_common_vals from pg_catalog.pg_stats",
  "select * from pg_statistic",
  "select * from member tablesample system (10) where partner_id = $1",
  "select * from (member m join membership s on s.partner_id = m.partner_id) as j where j.partner_id = $1",
])("refused whatever it is bound to: %s", (text) => {
  expect(() => checkStatement(text)).toThrow(expect.objectContaining({ name: "UnboundStatement" }));
});

test.each([
  "select 1",
  "begin",
  "start transaction isolation level serializable",
  "commit",
  "rollback",
  "savepoint a",
  "rollback to savepoint a",
  "release savepoint a",
  "set statement_timeout = 100",
  "set local lock_timeout = 100",
  "show timezone",
  "listen kith",
  "unlisten *",
  "notify kith",
  "select pg_notify('kith', '')",
  "select pg_current_snapshot(), now(), gen_random_uuid()",
  "select name from kysely_migration",
  "select count(*) from pg_catalog.pg_stat_activity",
  "select j.a from json_table('[]', '$[*]' columns (a text path '$')) as j",
  "explain select id from member where partner_id = $1",
])("passes, as it holds no partner's data: %s", (text) => {
  expect(() => checkStatement(text)).not.toThrow();
});

test("only the listed statements cross partners, word for word", () => {
  for (const text of Object.values(crossPartner)) {
    expect(checkStatement(text)).toEqual([]);
    expect(() => checkStatement(`${text} `)).toThrow("not bound");
  }
  expect(Object.keys(crossPartner)).toEqual(["partners"]);
});

test("a statement that names two partners, or something that is none, is not sent", () => {
  const text = "select 1 from member m join exchange e on e.partner_id = $2 where m.partner_id = $1 and m.id = $3";
  const numbers = checkStatement(text);
  expect(numbers).toEqual([1, 2]);
  expect(() => checkPartner(numbers, ["prt_a", "prt_a", "x"], text)).not.toThrow();
  expect(() => checkPartner(numbers, ["prt_a", "prt_b", "x"], text)).toThrow("two partners");
  expect(() => checkPartner(numbers, ["mbr_a", "mbr_a", "x"], text)).toThrow("no partner's id");
  expect(() => checkPartner(numbers, [undefined, undefined], text)).toThrow("no partner's id");
});

test("what is wrong is said by the table's name, and the statement goes with it", () => {
  const text =
    "select 1 from member where partner_id = $1 and exists (select from support_offer as o where o.author_id = id)";
  expect(() => checkStatement(text)).toThrow(
    expect.objectContaining({
      message: "support_offer as o is not bound to the partner: say o.partner_id = $n where it always holds.",
      statement: text,
    }),
  );
});

test("a text that is known costs no more than looking it up", () => {
  const text = "select id from member where partner_id = $1 and id = $2";
  const first = checkStatement(text);
  expect(checkStatement(text)).toBe(first);
  const started = performance.now();
  for (let n = 0; n < 10_000; n++) checkStatement(text);
  expect(performance.now() - started).toBeLessThan(200);
});
