-- $1: organization. Where its log stands, up to where it tells more than that it was taken away, up to where it was signed,
-- and whether something else stands there now.
select
  h.position as head,
  t.position as telling,
  c.position as signed,
  c.position is not null and c.chain is distinct from e.chain as rewritten
from log.head h
cross join lateral (
  select t.position from log.event t
  where t.org_id = h.org_id and t.type <> 'LogExported'
  order by t.position desc
  limit 1
) t
left join lateral (
  select * from log.checkpoint c
  where c.org_id = h.org_id
  order by c.epoch desc, c.position desc
  limit 1
) c on true
left join log.event e on e.org_id = h.org_id and e.position = c.position
where h.org_id = $1;
