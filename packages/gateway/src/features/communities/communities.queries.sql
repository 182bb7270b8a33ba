-- How communities are read. Written by `npm run generate` from communities.samples.graphql; do not edit.

-- Communities
select (
    (
      select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
      from (
          select json_build_object('id', t0.id) as c0
          from community as t0
          where t0.partner_id = $1
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
          order by t0.id desc
          limit 20
        ) p
    )
  )::text as j;

-- OneCommunity
select (
    (
      select json_build_object(
          'id',
          t0.id,
          'viewerMembership',
          (
            select json_build_object('state', t1.state) as j
            from membership as t1
            where t1.partner_id = $1
              and t1.community_id = t0.id
              and t1.member_id = $2::text
          )
        ) as j
      from community as t0
      where t0.partner_id = $1
        and t0.id = $3
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

-- OwnMemberships
select (
    (
      select json_build_object(
          'memberships',
          (
            select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
            from (
                select json_build_object(
                    'community',
                    (
                      select json_build_object('id', t2.id) as j
                      from community as t2
                      where t2.partner_id = $1
                        and t2.id = t1.community_id
                    )
                  ) as c0
                from membership as t1
                where t1.partner_id = $1
                  and t1.member_id = t0.id
                  and t1.state = 'ACTIVE'
                order by t1.community_id desc
                limit $2::int
              ) p
          )
        ) as j
      from member as t0
      where t0.partner_id = $1
        and t0.id = $3
        and t0.id = $4::text
    )
  )::text as j;

-- CommunitiesForServer
select (
    (
      select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
      from (
          select json_build_object('id', t0.id) as c0
          from community as t0
          where t0.partner_id = $1
            and true
          order by t0.id desc
          limit 20
        ) p
    )
  )::text as j;
