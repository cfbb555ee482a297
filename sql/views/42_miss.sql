-- Why a key result was not reached, seen by who sees its objective.
create view miss as
select m.*, k.objective_id, o.visibility, o.cycle_id, o.owner_team_id
from misses m
left join key_results k on k.org_id = m.org_id and k.id = m.id
left join objectives o on o.org_id = k.org_id and o.id = k.objective_id;
