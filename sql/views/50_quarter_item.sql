-- What is due of an objective in each quarter of the calendar: milestones, key results, and open requests for help
-- with what is due then. Key results and milestones without a day of their own are due with what they belong to.
create view quarter_item as
with due as (
  select k.*, o.deadline as objective_deadline, coalesce(k.due_on, least(k.closes_on, o.deadline)) as deadline
  from key_results k
  join objective o on o.org_id = k.org_id and o.id = k.objective_id
  where k.state <> 'WITHDRAWN'
),
items (org_id, objective_id, kind, id, created_position, due_on) as (
  select m.org_id, k.objective_id, 'MILESTONE', m.id, m.created_position, coalesce(m.due_on, k.deadline)
  from milestones m
  join due k on k.org_id = m.org_id and k.id = m.key_result_id
  where k.kind = 'MILESTONES'
  union all
  select k.org_id, k.objective_id, 'KEY_RESULT', k.id, k.created_position, k.deadline
  from due k
  union all
  select q.org_id, o.id, 'REQUEST', q.id, q.created_position, coalesce(k.deadline, o.deadline)
  from requests q
  left join due k on k.org_id = q.org_id and k.id = q.key_result_id
  join objective o on o.org_id = q.org_id and o.id = coalesce(k.objective_id, q.objective_id)
  where q.kind = 'HELP' and q.state = 'OPEN'
)
select
  i.*, o.visibility, date_trunc('quarter', i.due_on::timestamp)::date as quarter,
  row_number() over (partition by i.org_id, i.objective_id order by i.due_on, i.created_position, i.id) as place
from items i
join objectives o on o.org_id = i.org_id and o.id = i.objective_id;
