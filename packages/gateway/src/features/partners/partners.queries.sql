-- How partners are read. Written by `npm run generate` from partners.samples.graphql; do not edit.

-- Partner
select (
    (
      select json_build_object('id', t0.partner_id, 'name', t0.name) as j
      from partner as t0
      where t0.partner_id = $1
        and t0.partner_id = $2
    )
  )::text as j;
