-- $1: the demo organization's name, $2: title of the key result to be moved first, $3: key of its last command.
-- What its reader needs to know.
select h.org_id, h.position, p.id as person_id, p.name, k.id as key_result_id, c.key as cycle_key
from organizations o
join log.head h on h.org_id = o.org_id
join log.command told on told.org_id = o.org_id and told.key = $3
join people p on p.org_id = o.org_id and p.active and 'ADMINISTER' = any (p.permissions)
join key_results k on k.org_id = o.org_id and k.title = $2
join objectives j on j.org_id = k.org_id and j.id = k.objective_id
join cycles c on c.org_id = j.org_id and c.id = j.cycle_id and c.state = 'ACTIVE'
where o.name = $1
order by p.created_position
limit 1;
