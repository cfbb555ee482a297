-- People who took on a part of any of an objective's key results.
create view objective_contributor as
select distinct on (p.org_id, k.objective_id, p.id) p.*, k.objective_id, o.visibility
from contributions c
join key_results k on k.org_id = c.org_id and k.id = c.key_result_id and k.state <> 'WITHDRAWN'
join objectives o on o.org_id = k.org_id and o.id = k.objective_id
join people p on p.org_id = c.org_id and p.id = c.person_id
where not c.released;
