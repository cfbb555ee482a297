-- The objectives with which steps are taken.
create view step_objective as
select o.*, s.id as step_id
from steps s
cross join lateral unnest(s.objective_ids) n (id)
join objective o on o.org_id = s.org_id and o.id = n.id;
