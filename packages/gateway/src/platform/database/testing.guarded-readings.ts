export type Cases = Readonly<Record<string, readonly [bound: string, ...unbound: string[]]>>;

/** Bound, then the same with the binding taken away or made to mean something else. */
export const readings: Cases = {
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
