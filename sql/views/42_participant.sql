-- Who takes part in an objective, seen by who sees it.
create view participant as
select t.*, o.visibility
from participants t
left join objectives o on o.org_id = t.org_id and o.id = t.objective_id;
