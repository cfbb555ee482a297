-- The day by which a key result is due, its own or that of what it measures, no later than the last that is measured,
-- and whether it is still awaited.
create view key_result_deadline as
select
  k.org_id, k.id, k.objective_id, o.visibility,
  coalesce(k.due_on, least(k.closes_on, coalesce(o.due_on, c.ends_on))) as deadline,
  k.state = 'ACTIVE' and o.state = 'ACTIVE' and coalesce(p.value, 0) < 1 as awaited
from key_results k
join objectives o on o.org_id = k.org_id and o.id = k.objective_id
join cycles c on c.org_id = o.org_id and c.id = o.cycle_id
left join progress p on p.org_id = k.org_id and p.id = k.id;
