-- How check-ins are read. Written by `npm run generate` from check-ins.samples.graphql; do not edit.

-- OneCheckIn
select (
    (
      select json_build_object('id', t0.id) as j
      from pulse_check_in as t0
      where t0.partner_id = $1
        and t0.id = $2
        and t0.member_id = $3::text
    )
  )::text as j;

-- OwnCheckIns
select (
    (
      select json_build_object(
          'pulseCheckIns',
          (
            select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
            from (
                select json_build_object('id', t1.id) as c0
                from pulse_check_in as t1
                where t1.partner_id = $1
                  and t1.member_id = t0.id
                order by t1.recorded_at desc,
                  t1.id desc
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

-- OwnCheckInsAfterACursor
select (
    (
      select json_build_object(
          'pulseCheckIns',
          (
            select json_build_object('nodes', coalesce(json_agg(p.c0), '[]'))
            from (
                select json_build_object('id', t1.id) as c0
                from pulse_check_in as t1
                where t1.partner_id = $1
                  and t1.member_id = t0.id
                  and (t1.recorded_at, t1.id) < ($2::timestamptz, $3::text)
                order by t1.recorded_at desc,
                  t1.id desc
                limit $4::int
              ) p
          )
        ) as j
      from member as t0
      where t0.partner_id = $1
        and t0.id = $5
        and t0.id = $6::text
    )
  )::text as j;

-- Trend
select k.id,
  k.day,
  k.recorded_at,
  k.mood,
  k.strain,
  k.connectedness,
  k.hope,
  k.support_received,
  k.support_given
from pulse_check_in as k
where k.partner_id = $1
  and k.member_id = $2::text
  and k.day >= $3
  and k.day <= $4;
