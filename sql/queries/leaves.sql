-- $1: organization, $2: behind this position, $3: up to this one. What stands in the leaves of its tree.
select chain
from log.event
where org_id = $1 and position > $2 and position <= $3
order by position;
