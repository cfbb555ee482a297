-- What a report of a key result rests on, seen by who sees its objective; `place` tells those of one report apart.
create view filed_evidence as
select e.*, e.created_position * 100 + e.ordinal as place, k.objective_id, o.visibility
from evidence e
left join key_results k on k.org_id = e.org_id and k.id = e.key_result_id
left join objectives o on o.org_id = k.org_id and o.id = k.objective_id;
