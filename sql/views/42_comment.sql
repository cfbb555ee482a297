-- What somebody said, seen by who sees what it is about.
create view comment as
select m.*, coalesce(o.visibility, 'ORGANIZATION') as visibility
from comments m
left join objectives o on o.org_id = m.org_id and o.id = m.objective_id;
