-- A way in which a hypothesis is tried, seen by who sees the objective that it is done for, if it is for one.
create view experiment as
select e.*, coalesce(o.visibility, 'ORGANIZATION') as visibility
from experiments e
left join lateral objectives_by_id(e.org_id, e.objective_id) o on true;
