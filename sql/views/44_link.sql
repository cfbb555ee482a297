-- A tie of an objective to another or to what a review taught, seen by who sees both ends; what a review of a whole
-- team or cycle taught, and what an objective serves, belongs to no objective and is seen by everybody.
create view link as
select
  l.*,
  f.visibility,
  coalesce(a.objective_id, l.to_objective_id) as other_objective_id,
  case when l.to_aspiration_id is null then coalesce(a.visibility, t.visibility) else 'ORGANIZATION' end as other_visibility
from links l
join objectives f on f.org_id = l.org_id and f.id = l.objective_id
left join objectives t on t.org_id = l.org_id and t.id = l.to_objective_id
left join answer a on a.org_id = l.org_id and a.id = l.to_answer_id;
