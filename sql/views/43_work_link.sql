-- A tie of a piece of work, seen by who sees what both ends are for.
create view work_link as
select
  l.*,
  coalesce(f.visibility, 'ORGANIZATION') as visibility,
  coalesce(t.visibility, 'ORGANIZATION') as other_visibility
from work_links l
left join objectives_by_id(l.org_id, l.objective_id) f on true
left join objectives_by_id(l.org_id, l.of_objective_id) t on true;
