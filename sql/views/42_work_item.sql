-- A piece of work and how far it is, seen by who sees the objective that it is for, if it is for one.
create view work_item as
select
  w.*,
  coalesce(o.visibility, 'ORGANIZATION') as visibility,
  case
    when w.state = 'DONE' then 1
    when w.tracking = 'MILESTONES' then (
      select quotient(count(*) filter (where m.state = 'DONE'), count(*))
      from work_items m
      where m.org_id = w.org_id and m.within_id = w.id and m.kind = 'MILESTONE' and m.state <> 'DROPPED'
    )
    else w.done
  end as progress
from work_items w
left join objectives_by_id(w.org_id, w.objective_id) o on true;
