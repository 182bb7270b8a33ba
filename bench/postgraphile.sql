-- What PostGraphile shows, as its documentation advises: views and functions that know the viewer by settings. Their
-- conditions are plain enough for PostgreSQL to fold every one of them into the statement that uses it.
drop schema if exists app cascade;
create schema app;

create function app.partner() returns text language sql stable as $$ select current_setting('app.partner') $$;
create function app.asking() returns text language sql stable as $$ select current_setting('app.member') $$;
create function app.meets() returns text language sql stable as $$ select current_setting('app.meets_as') $$;
comment on function app.partner() is '@behavior -queryField';
comment on function app.asking() is '@behavior -queryField';
comment on function app.meets() is '@behavior -queryField';

create view app.member as
select id, display_name from public.member where partner_id = app.partner();
comment on view app.member is '@primaryKey id';

create view app.community as
select id, name, topics, member_count, visibility from public.community where partner_id = app.partner();
comment on view app.community is '@primaryKey id';

create view app.my_membership as
select community_id, role, state from public.membership where partner_id = app.partner() and member_id = app.asking();
comment on view app.my_membership is $$
@primaryKey community_id
@foreignKey (community_id) references app.community (id)|@fieldName community|@foreignFieldName viewerMembership$$;

create view app.pulse_check_in as
select id, member_id, mood, strain, connectedness, hope, day, recorded_at
from public.pulse_check_in where partner_id = app.partner() and member_id = app.asking();
comment on view app.pulse_check_in is '@primaryKey id';

create view app.my_open_exchange as
select id, state, offer_id from public.exchange
where partner_id = app.partner() and recipient_id = app.asking()
  and state in ('PROPOSED', 'ACCEPTED') and (state = 'ACCEPTED' or expires_at > now());

create view app.support_offer as
select id, title, kinds, created_at, author_id, community_id, audience_id, author_meets_as, state, expires_at,
  capacity - accepted_count as seats_left,
  case
    when author_id = app.asking() then array['EDIT', 'PAUSE', 'CLOSE']
    when author_meets_as = app.meets() and not exists (select from app.my_open_exchange x where x.offer_id = offer.id)
      then array['PROPOSE']
    else '{}'
  end as viewer_can
from public.support_offer offer where partner_id = app.partner();
comment on view app.support_offer is $$
@primaryKey id
@foreignKey (author_id) references app.member (id)|@fieldName author
@foreignKey (community_id) references app.community (id)|@fieldName community$$;
comment on view app.my_open_exchange is $$
@primaryKey offer_id
@foreignKey (offer_id) references app.support_offer (id)|@foreignFieldName viewerExchange$$;

create function app.viewer() returns app.member language sql stable as
$$ select * from app.member where id = app.asking() $$;

create function app.member_active_memberships(own app.member) returns setof app.my_membership language sql stable as
$$ select * from app.my_membership where state = 'ACTIVE' order by community_id desc $$;

create function app.member_latest_pulse_check_ins(own app.member) returns setof app.pulse_check_in language sql stable as
$$ select * from app.pulse_check_in order by recorded_at desc, id desc $$;

create function app.community_page(id text) returns app.community language sql stable as
$$
  select * from app.community c where c.id = $1
    and (c.visibility = 'PUBLIC' or exists (select from app.my_membership m where m.community_id = $1 and m.state = 'ACTIVE'))
$$;

create function app.community_open_support_offers(room app.community) returns setof app.support_offer language sql stable as
$$
  select * from app.support_offer o
  where o.audience_id = room.id and o.state = 'OPEN' and (o.expires_at is null or o.expires_at > now())
    and (o.author_meets_as = app.meets() or o.author_id = app.asking() or exists (
      select from app.my_membership f where f.community_id = room.id and f.state = 'ACTIVE' and f.role = 'FACILITATOR'))
  order by o.id desc
$$;

-- The newest of each room are merged, then looked up, as the floor does: else all that may be seen are sorted.
create function app.visible_support_offers() returns setof app.support_offer language sql stable as
$$
  select o.* from (
    select few.id from (
      select community_id as id, role = 'FACILITATOR' as facilitates from app.my_membership where state = 'ACTIVE'
      union all select app.partner(), false) room
    cross join lateral (
      select o.id from app.support_offer o
      where o.audience_id = room.id and (o.author_meets_as = app.meets() or o.author_id = app.asking() or room.facilitates)
      order by o.id desc limit 51) few
    order by few.id desc limit 51) newest
  cross join lateral (select * from app.support_offer o where o.id = newest.id offset 0) o
  order by newest.id desc
$$;
