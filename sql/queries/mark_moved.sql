-- $1: organization, $2: server. That it goes there, with its head as it is.
insert into log.moved (org_id, server, epoch, position, chain, recorded_at, clock, state_version)
select h.org_id, $2, h.epoch, h.position, h.chain, h.recorded_at, h.clock, h.state_version
from log.head h
where h.org_id = $1;
