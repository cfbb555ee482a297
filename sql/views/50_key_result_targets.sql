-- What contributors mean to add together, beside what a key result has to change by; only where parts add up.
create view key_result_targets as
select
  k.org_id, k.id, k.objective_id, k.visibility, k.needed, s.stated,
  case
    when s.stated < k.needed then 'UNDER'
    when s.stated > k.needed then 'OVER'
    else 'EQUAL'
  end as coverage
from (
  select k.org_id, k.id, k.objective_id, k.visibility, abs(k.target - k.baseline) as needed
  from key_result k
  where k.kind in ('INCREASE', 'DECREASE')
) k
cross join lateral (
  select sum(c.target) as stated
  from contributions c
  where c.org_id = k.org_id and c.key_result_id = k.id and not c.released
) s
where s.stated is not null and k.needed is not null;
