-- The newest checkpoint of every organization.
select distinct on (c.org_id) c.org_id, c.epoch, c.position, c.chain, c.root
from log.checkpoint c
order by c.org_id, c.epoch desc, c.position desc;
