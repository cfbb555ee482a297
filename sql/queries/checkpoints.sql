-- The newest checkpoint of every organization.
select h.org_id, c.epoch, c.position, c.chain, c.root
from log.head h
cross join lateral (
  select * from log.checkpoint c
  where c.org_id = h.org_id
  order by c.epoch desc, c.position desc
  limit 1
) c
order by h.org_id;
