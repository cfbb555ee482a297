-- $1: reason, $2: organization, $3: the newest branch that anybody has seen, $4: up to where the log is what was signed,
-- if it went on after that. It goes on in a branch of its own behind what a restore or a failover left of it.
with head as (
  update log.head h set epoch = greatest(h.epoch, $3) + 1
  where h.org_id = $2
  returning h.org_id, h.epoch, h.position, h.chain
)
insert into log.epoch (org_id, epoch, first_position, previous_chain, reason, shared_position)
select h.org_id, h.epoch, h.position + 1, h.chain, $1, $4
from head h
returning epoch, first_position;
