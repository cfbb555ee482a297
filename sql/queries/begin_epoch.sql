-- $1: reason, $2: organization, or null for all. A log goes on in a branch of its own behind what a restore or a
-- failover left of it.
with head as (
  update log.head h set epoch = h.epoch + 1
  where h.org_id = $2 or $2 is null
  returning h.org_id, h.epoch, h.position, h.chain
)
insert into log.epoch (org_id, epoch, first_position, previous_chain, reason)
select h.org_id, h.epoch, h.position + 1, h.chain, $1
from head h
returning org_id, epoch, first_position;
