-- $1: the demo organization's name, $2: key of its last command. Those begun, and whether they were told to the end.
select o.org_id, exists (select from log.command c where c.org_id = o.org_id and c.key = $2) as told
from organizations o
where o.name = $1;
