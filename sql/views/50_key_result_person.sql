-- The people of whom key results expect the same, and how far each has come.
create view key_result_person as
select k.org_id, k.id as key_result_id, k.objective_id, o.visibility, r.*
from key_results k
join objectives o on o.org_id = k.org_id and o.id = k.objective_id
cross join lateral reached_by(k.org_id, k.id) r;
