-- What is asked for, seen by who sees what it is about.
create view request as
select q.*, o.visibility
from requests q
join objectives o on o.org_id = q.org_id and o.id = q.objective_id;
