-- A step, seen by who sees the case or the meeting that it is of.
create view step as
select
  s.*,
  s.done_on is not null as done,
  coalesce(c.objective_id, m.objective_id) as objective_id,
  coalesce(c.visibility, m.visibility) as visibility
from steps s
left join filed_case c on c.org_id = s.org_id and c.id = s.case_id
left join meeting m on m.org_id = s.org_id and m.id = s.meeting_id;
