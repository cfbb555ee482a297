-- What has values over time: key results and objectives.
create view valued as
select k.org_id, k.id, k.objective_id, o.visibility
from key_results k
join objectives o on o.org_id = k.org_id and o.id = k.objective_id
union all
select o.org_id, o.id, o.id, o.visibility from objectives o;
