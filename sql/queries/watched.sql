-- $1: organization. Where its log stands, and where its day begins.
select h.state_version, h.epoch, h.position, o.time_zone
from log.head h
join organizations o on o.org_id = h.org_id
where h.org_id = $1;
