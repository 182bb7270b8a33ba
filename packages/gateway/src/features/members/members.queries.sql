-- How members are read. Written by `npm run generate` from members.samples.graphql; do not edit.

-- Viewer
select (
    (
      select json_build_object(
          'member',
          (
            select json_build_object('id', t1.id, 'displayName', t1.display_name) as j
            from member as t1
            where t1.partner_id = $1
              and t1.id = t0.id
          )
        ) as j
      from member as t0
      where t0.partner_id = $1
        and t0.id = $2
        and t0.id = $3::text
    )
  )::text as j;

-- OneMember
select (
    (
      select json_build_object(
          'id',
          t0.id,
          'displayName',
          t0.display_name,
          'externalId',
          case
            when t0.id = $1::text then t0.external_id
          end
        ) as j
      from member as t0
      where t0.partner_id = $2
        and t0.id = $3
        and (
          t0.id = $1::text
          or exists (
            select from membership as mine
              inner join membership as theirs on theirs.partner_id = mine.partner_id
              and theirs.community_id = mine.community_id
            where mine.partner_id = $2
              and mine.member_id = $1::text
              and mine.state = 'ACTIVE'
              and theirs.member_id = t0.id
              and theirs.state = 'ACTIVE'
            offset
              0
          )
          or exists (
            select from exchange_participant as mine
              inner join exchange_participant as theirs on theirs.partner_id = mine.partner_id
              and theirs.exchange_id = mine.exchange_id
            where mine.partner_id = $2
              and mine.member_id = $1::text
              and theirs.member_id = t0.id
            offset
              0
          )
        )
    )
  )::text as j;

-- MemberByExternalIdForServer
select (
    (
      select json_build_object('id', t0.id, 'externalId', t0.external_id) as j
      from member as t0
      where t0.partner_id = $1
        and t0.external_id = $2
        and true
    )
  )::text as j;
