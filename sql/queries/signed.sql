-- $1: organization. Where its log stands, up to where it was signed, and whether something else stands there now.
select
  h.position,
  h.chain,
  c.position as signed,
  c.position is not null and c.chain is distinct from e.chain as rewritten
from log.head h
left join lateral (
  select * from log.checkpoint c
  where c.org_id = h.org_id
  order by c.epoch desc, c.position desc
  limit 1
) c on true
left join log.event e on e.org_id = h.org_id and e.position = c.position
where h.org_id = $1;
