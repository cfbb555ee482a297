-- $1: organization, $2: after this position, $3: up to this one. Of each table of the log that grows with it how many rows
-- there are, and their sum.
select 'event' as name, count(*) as rows, sum(hashtextextended(t::text, 0)) as digest
from log.event t
where t.org_id = $1 and t.position > $2 and t.position <= $3
union all
select 'private', count(*), sum(hashtextextended(t::text, 0))
from log.private t
where t.org_id = $1 and t.position > $2 and t.position <= $3
union all
select 'command', count(*), sum(hashtextextended(t::text, 0))
from log.command t
where t.org_id = $1 and t.first_position > $2 and t.first_position <= $3
order by name;
