-- Something that was learned, seen by who sees the objective that it was learned on the way to, if it was one.
create view insight as
select i.*, coalesce(o.visibility, 'ORGANIZATION') as visibility
from insights i
left join lateral objectives_by_id(i.org_id, i.objective_id) o on true;
