-- $1: organization, $2: first position, $3: last position. The facts between, with their private values.
select
  e.position,
  e.type,
  e.body,
  e.recorded_at,
  (
    select jsonb_object_agg(p.field, p.value)::text from log.private p
    where p.org_id = e.org_id and p.position = e.position
  ) as private
from log.event e
where e.org_id = $1 and e.position between $2 and $3
order by e.position;
