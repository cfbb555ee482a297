-- A report, also one that was corrected or retracted.
create view check_in as
select c.*, k.objective_id, o.visibility
from check_ins c
left join key_results k on k.org_id = c.org_id and k.id = c.key_result_id
left join objectives o on o.org_id = k.org_id and o.id = k.objective_id;
