-- A meeting, seen by who sees the objective that it is about, if it is about one.
create view meeting as
select m.*, coalesce(o.visibility, 'ORGANIZATION') as visibility
from meetings m
left join objectives_by_id(m.org_id, m.objective_id) o on true;
