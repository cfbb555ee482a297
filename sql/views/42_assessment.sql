-- A score that somebody gave, seen by who sees the objective it is about.
create view assessment as
select a.*, o.id as objective_id, o.visibility
from assessments a
left join key_results k on k.org_id = a.org_id and k.id = a.noun_id
join objectives o on o.org_id = a.org_id and o.id = coalesce(k.objective_id, a.noun_id);
