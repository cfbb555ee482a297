-- Changes of objectives and key results after their cycle had started.
create view running_revision as
select r.org_id, r.key_result_id, o.id as objective_id, o.cycle_id, r.recorded_at
from key_result_revisions r
join key_results k on k.org_id = r.org_id and k.id = r.key_result_id
join objectives o on o.org_id = k.org_id and o.id = k.objective_id
where r.running
union all
select r.org_id, null, o.id, o.cycle_id, r.recorded_at
from objective_revisions r
join objectives o on o.org_id = r.org_id and o.id = r.objective_id
where r.running;
