-- What was said last of a key result as it stands, and what shows whether it can be measured and by when.
create view key_result_tests as
select
  k.org_id, k.id, k.objective_id, o.visibility,
  k.kind <> 'DONE' and k.baseline_state <> 'MISSING' as measurable,
  coalesce(k.due_on, k.closes_on, k.by, o.due_on) is not null as time_bound,
  t.*
from key_result k
join objectives o on o.org_id = k.org_id and o.id = k.objective_id
cross join lateral (
  select
    bool_and(a.holds) filter (where a.kind = 'NECESSARY') as necessary,
    bool_and(a.holds) filter (where a.kind = 'SPECIFIC') as specific,
    bool_and(a.holds) filter (where a.kind = 'ACHIEVABLE') as achievable,
    bool_and(a.holds) filter (where a.kind = 'RELEVANT') as relevant
  from standing_attestation a
  where a.org_id = k.org_id and a.objective_id = k.objective_id and a.key_result_id = k.id
) t;
