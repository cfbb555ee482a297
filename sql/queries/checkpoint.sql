-- $1: organization, $2: position, or null for the newest. What was signed.
select epoch, position, chain, root
from log.checkpoint
where org_id = $1 and (position = $2 or $2 is null)
order by epoch desc, position desc
limit 1;
