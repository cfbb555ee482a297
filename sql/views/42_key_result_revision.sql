-- A change of a key result, seen by who sees its objective; of one that was proposed, who proposed and who approved it.
create view key_result_revision as
select
  r.*, k.objective_id, o.visibility,
  q.asked_by_id as proposed_by_id, q.answered_by_id as approved_by_id
from key_result_revisions r
left join key_results k on k.org_id = r.org_id and k.id = r.key_result_id
left join objectives o on o.org_id = k.org_id and o.id = k.objective_id
left join requests q on q.org_id = r.org_id and q.id = r.request_id;
