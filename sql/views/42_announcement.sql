-- What was made known, seen by who sees the objective, if it is about one.
create view announcement as
select a.*, coalesce(o.visibility, 'ORGANIZATION') as visibility
from announcements a
left join objectives o on o.org_id = a.org_id and o.id = a.objective_id;
