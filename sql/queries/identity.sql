-- $1: organization, $2: issuer, $3: subject, $4: address that the issuer has verified. Who is known by issuer and
-- subject, when an identity of them was last ended, and who has the address where nobody is known by them; one row where there is such an organization.
select
  i.id as identity_id,
  i.person_id,
  (
    select extract(epoch from max(e.recorded_at))::float8
    from identities_versions v
    join log.event e on e.org_id = v.org_id and e.position = v.to_position
    where v.org_id = $1 and v.issuer = $2 and v.subject = $3 and v.to_position <> 9223372036854775807
  ) as ended_at,
  case when i.id is null then namesakes($1, $2, $4::text) end as namesakes,
  h.state_version
from log.head h
left join identities i on i.org_id = h.org_id and i.issuer = $2 and i.subject = $3
where h.org_id = $1;
