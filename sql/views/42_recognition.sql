-- What was recognized, seen by who sees the objective, if it is about one.
create view recognition as
select a.*, coalesce(o.visibility, 'ORGANIZATION') as visibility
from recognitions a
left join objectives o on o.org_id = a.org_id and o.id = a.objective_id;
