-- Something to come back to, seen by who sees the objective that it is about, if it is about one.
create view follow_up as
select f.*, coalesce(o.visibility, 'ORGANIZATION') as visibility
from follow_ups f
left join objectives o on o.org_id = f.org_id and o.id = f.objective_id;
