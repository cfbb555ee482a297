-- $1: a version of the state. Where the logs of those stand that do not use it, and how far it knows them.
select h.org_id, h.position, h.state_version, coalesce(l.position, 0) as folded
from log.heads() h
left join log.state_left l on l.org_id = h.org_id and l.state_version = $1
where h.state_version <> $1
order by h.org_id;
