-- A change of a key result, seen by who sees its objective.
create view key_result_revision as
select r.*, k.objective_id, o.visibility
from key_result_revisions r
join key_results k on k.org_id = r.org_id and k.id = r.key_result_id
join objectives o on o.org_id = k.org_id and o.id = k.objective_id;
