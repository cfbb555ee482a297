-- A tie of an objective, seen by who sees both ends; what a review of a whole team or cycle taught, what an objective
-- serves or tests, and a KPI belong to no objective and are seen by everybody.
create view link as
select
  l.*,
  f.visibility,
  coalesce(a.objective_id, i.objective_id, l.to_objective_id) as other_objective_id,
  case
    when coalesce(l.to_aspiration_id, l.to_kpi_id, l.to_hypothesis_id) is null
      then coalesce(a.visibility, i.visibility, t.visibility)
    else 'ORGANIZATION'
  end as other_visibility
from links l
join objectives f on f.org_id = l.org_id and f.id = l.objective_id
left join objectives t on t.org_id = l.org_id and t.id = l.to_objective_id
left join insight i on i.org_id = l.org_id and i.id = l.to_insight_id
left join answer a on a.org_id = l.org_id and a.id = l.to_answer_id;
