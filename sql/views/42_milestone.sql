-- A step of a key result, seen by who sees its objective.
create view milestone as
select m.*, k.objective_id, o.visibility
from milestones m
left join key_results k on k.org_id = m.org_id and k.id = m.key_result_id
left join objectives o on o.org_id = k.org_id and o.id = k.objective_id;
