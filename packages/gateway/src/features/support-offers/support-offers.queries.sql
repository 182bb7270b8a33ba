-- How support-offers are read. Written by `npm run generate` from support-offers.samples.graphql; do not edit.

-- OpenOffersOfOneKindInOneCommunity
select (
    (
      select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
      from (
          select json_build_object('id', t5.id) as c0
          from (
              select t1.id as id
              from (
                  select m.community_id as id,
                    m.role = 'FACILITATOR' as facilitates
                  from membership as m
                  where m.partner_id = $1
                    and m.member_id = $2::text
                    and m.state = 'ACTIVE'
                    and m.community_id = $3
                ) as t0
                cross join lateral (
                  select t2.id as id
                  from support_offer as t2
                  where t2.partner_id = $1
                    and t2.audience_id = t0.id
                    and (
                      (
                        t2.author_id = $2::text
                        or t0.facilitates
                        or t2.author_meets_as = case
                          when $4::boolean then 'ADULT'
                          else 'MINOR'
                        end
                      )
                      and exists (
                        select from support_offer_kind as k
                        where k.partner_id = $1
                          and k.audience_id = t2.audience_id
                          and k.kind = $5
                          and k.offer_id = t2.id
                      )
                      and (
                        t2.state = 'OPEN'
                        and (
                          t2.expires_at is null
                          or t2.expires_at > now()
                        )
                      )
                    )
                  order by t2.id desc
                  limit 20
                ) as t1
              order by t1.id desc
              limit 20
            ) as t3
            cross join lateral (
              select *
              from support_offer as t4
              where t4.partner_id = $1
                and t4.id = t3.id
              offset
                0
            ) as t5
          order by t5.id desc
        ) p
    )
  )::text as j;

-- OffersAfterACursor
select (
    (
      select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
      from (
          select json_build_object('id', t5.id) as c0
          from (
              select t1.id as id
              from (
                  (
                    select m.community_id as id,
                      m.role = 'FACILITATOR' as facilitates
                    from membership as m
                    where m.partner_id = $1
                      and m.member_id = $2::text
                      and m.state = 'ACTIVE'
                  )
                  union all
                  select $1::text,
                    false
                ) as t0
                cross join lateral (
                  select t2.id as id
                  from support_offer as t2
                  where t2.partner_id = $1
                    and t2.audience_id = t0.id
                    and (
                      t2.author_id = $2::text
                      or t0.facilitates
                      or t2.author_meets_as = case
                        when $3::boolean then 'ADULT'
                        else 'MINOR'
                      end
                    )
                    and t2.id < $4::text
                  order by t2.id desc
                  limit 20
                ) as t1
              order by t1.id desc
              limit 20
            ) as t3
            cross join lateral (
              select *
              from support_offer as t4
              where t4.partner_id = $1
                and t4.id = t3.id
              offset
                0
            ) as t5
          order by t5.id desc
        ) p
    )
  )::text as j;

-- OffersOfACommunity
select (
    (
      select json_build_object(
          'supportOffers',
          (
            select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
            from (
                select json_build_object('id', t1.id) as c0
                from support_offer as t1
                where t1.partner_id = $1
                  and t1.audience_id = t0.id
                  and (
                    exists (
                      select from membership as m
                      where m.partner_id = $1
                        and m.member_id = $2::text
                        and m.community_id = t0.id
                        and m.state = 'ACTIVE'
                      offset
                        0
                    )
                    and (
                      t1.author_id = $2::text
                      or t1.author_meets_as = case
                        when $3::boolean then 'ADULT'
                        else 'MINOR'
                      end
                      or exists (
                        select from membership as m
                        where m.partner_id = $1
                          and m.member_id = $2::text
                          and m.community_id = t0.id
                          and m.state = 'ACTIVE'
                          and m.role = 'FACILITATOR'
                        offset
                          0
                      )
                    )
                  )
                order by t1.id desc
                limit $4::int
              ) p
          )
        ) as j
      from community as t0
      where t0.partner_id = $1
        and t0.id = $5
        and (
          t0.visibility = 'PUBLIC'
          or exists (
            select from membership as m
            where m.partner_id = $1
              and m.member_id = $2::text
              and m.community_id = t0.id
              and m.state = 'ACTIVE'
            offset
              0
          )
        )
    )
  )::text as j;

-- OneOffer
select (
    (
      select json_build_object(
          'id',
          t0.id,
          'state',
          case
            when t0.state <> 'CLOSED'
            and t0.expires_at <= now() then 'EXPIRED'
            else t0.state
          end,
          'viewerCan',
          case
            when t0.author_id = $1::text then array_remove(
              array[
                case
                  when case
                    when t0.state <> 'CLOSED'
                    and t0.expires_at <= now() then 'EXPIRED'
                    else t0.state
                  end in ('OPEN', 'PAUSED') then 'EDIT'
                end,
                case
                  when case
                    when t0.state <> 'CLOSED'
                    and t0.expires_at <= now() then 'EXPIRED'
                    else t0.state
                  end in ('OPEN') then 'PAUSE'
                end,
                case
                  when case
                    when t0.state <> 'CLOSED'
                    and t0.expires_at <= now() then 'EXPIRED'
                    else t0.state
                  end in ('PAUSED') then 'RESUME'
                end,
                case
                  when case
                    when t0.state <> 'CLOSED'
                    and t0.expires_at <= now() then 'EXPIRED'
                    else t0.state
                  end in ('OPEN', 'PAUSED', 'EXPIRED') then 'CLOSE'
                end
              ],
              null
            )
            when (
              t0.state = 'OPEN'
              and (
                t0.expires_at is null
                or t0.expires_at > now()
              )
            )
            and exists (
              select from member as v
              where v.partner_id = $2
                and v.id = $1::text
                and v.state = 'ACTIVE'
              offset
                0
            )
            and t0.author_meets_as = case
              when $3::boolean then 'ADULT'
              else 'MINOR'
            end
            and not exists (
              select from exchange as x
              where x.partner_id = $2
                and x.offer_id = t0.id
                and x.recipient_id = $1::text
                and (
                  x.state = 'ACCEPTED'
                  or (
                    x.state = 'PROPOSED'
                    and x.expires_at > now()
                  )
                )
              offset
                0
            ) then array['PROPOSE']
            else '{}'
          end,
          'viewerExchange',
          (
            select json_build_object('id', t1.id) as j
            from exchange as t1
            where t1.partner_id = $2
              and t1.offer_id = t0.id
              and (
                t1.recipient_id = $1::text
                and (
                  t1.state = 'ACCEPTED'
                  or (
                    t1.state = 'PROPOSED'
                    and t1.expires_at > now()
                  )
                )
              )
          ),
          'exchanges',
          (
            select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
            from (
                select json_build_object('id', t2.id) as c0
                from exchange as t2
                where t2.partner_id = $2
                  and t2.offer_id = t0.id
                  and (
                    t2.supporter_id = $1::text
                    or t2.recipient_id = $1::text
                  )
                  and 1 = 1
                order by t2.id desc
                limit 20
              ) p
          )
        ) as j
      from support_offer as t0
      where t0.partner_id = $2
        and t0.id = $4
        and (
          t0.author_id = $1::text
          or exists (
            select from membership as m
            where m.partner_id = $2
              and m.member_id = $1::text
              and m.community_id = t0.community_id
              and m.state = 'ACTIVE'
              and m.role = 'FACILITATOR'
            offset
              0
          )
          or (
            (
              t0.community_id is null
              or exists (
                select from membership as m
                where m.partner_id = $2
                  and m.member_id = $1::text
                  and m.community_id = t0.community_id
                  and m.state = 'ACTIVE'
                offset
                  0
              )
            )
            and t0.author_meets_as = case
              when $3::boolean then 'ADULT'
              else 'MINOR'
            end
          )
        )
    )
  )::text as j;

-- OneExchange
select (
    (
      select json_build_object(
          'id',
          t0.id,
          'state',
          case
            when t0.state = 'PROPOSED'
            and t0.expires_at <= now() then 'EXPIRED'
            else t0.state
          end,
          'viewerRole',
          case
            when t0.supporter_id = $1::text then 'SUPPORTER'
            else 'RECIPIENT'
          end,
          'viewerCan',
          array_remove(
            array[
              case
                when case
                  when t0.state = 'PROPOSED'
                  and t0.expires_at <= now() then 'EXPIRED'
                  else t0.state
                end = 'PROPOSED'
                and not (
                  case
                    when t0.supporter_id = $1::text then 'SUPPORTER'
                    else 'RECIPIENT'
                  end = t0.proposed_by
                ) then 'ACCEPT'
              end,
              case
                when case
                  when t0.state = 'PROPOSED'
                  and t0.expires_at <= now() then 'EXPIRED'
                  else t0.state
                end = 'PROPOSED'
                and not (
                  case
                    when t0.supporter_id = $1::text then 'SUPPORTER'
                    else 'RECIPIENT'
                  end = t0.proposed_by
                ) then 'DECLINE'
              end,
              case
                when case
                  when t0.state = 'PROPOSED'
                  and t0.expires_at <= now() then 'EXPIRED'
                  else t0.state
                end = 'PROPOSED'
                and case
                  when t0.supporter_id = $1::text then 'SUPPORTER'
                  else 'RECIPIENT'
                end = t0.proposed_by then 'WITHDRAW'
              end,
              case
                when case
                  when t0.state = 'PROPOSED'
                  and t0.expires_at <= now() then 'EXPIRED'
                  else t0.state
                end = 'ACCEPTED'
                and true then 'COMPLETE'
              end,
              case
                when case
                  when t0.state = 'PROPOSED'
                  and t0.expires_at <= now() then 'EXPIRED'
                  else t0.state
                end = 'ACCEPTED'
                and true then 'END'
              end
            ],
            null
          )
        ) as j
      from exchange as t0
      where t0.partner_id = $2
        and t0.id = $3
        and (
          t0.supporter_id = $1::text
          or t0.recipient_id = $1::text
        )
    )
  )::text as j;

-- OwnOffersAndExchanges
select (
    (
      select json_build_object(
          'supportOffers',
          (
            select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
            from (
                select json_build_object('id', t1.id) as c0
                from support_offer as t1
                where t1.partner_id = $1
                  and t1.author_id = t0.id
                order by t1.id desc
                limit 20
              ) p
          ),
          'exchanges',
          (
            select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
            from (
                select json_build_object('id', t2.id) as c0
                from exchange as t2
                where t2.partner_id = $1
                  and (
                    exists (
                      select from exchange_participant as p
                      where p.partner_id = $1
                        and p.member_id = $2::text
                        and p.exchange_id = t2.id
                    )
                    and case
                      when t2.state = 'PROPOSED'
                      and t2.expires_at <= now() then 'EXPIRED'
                      else t2.state
                    end = any ($3::text[])
                  )
                order by t2.id desc
                limit 20
              ) p
          )
        ) as j
      from member as t0
      where t0.partner_id = $1
        and t0.id = $4
        and t0.id = $2::text
    )
  )::text as j;
