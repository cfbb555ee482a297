-- A report, also one that was corrected or retracted.
create view check_in as
select c.*, k.objective_id, o.visibility
from check_ins c
left join lateral key_results_by_id(c.org_id, c.key_result_id) k on true
left join lateral objectives_by_id(k.org_id, k.objective_id) o on true;
