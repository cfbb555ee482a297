-- What was said last of an objective as it stands, and how many of its key results were not found necessary. Whoever
-- owns it or answers for it says what is within their control.
create view objective_tests as
select
  o.org_id, o.id, o.id as objective_id, o.visibility,
  (
    select count(*)::int
    from key_results k
    where k.org_id = o.org_id and k.objective_id = o.id and k.state = 'ACTIVE' and k.part_of_id is null
      and not exists (
        select from standing_attestation a
        where a.org_id = k.org_id and a.objective_id = k.objective_id and a.key_result_id = k.id
          and a.kind = 'NECESSARY' and a.holds
      )
  ) as untested,
  t.*
from objectives o
cross join lateral (
  select
    bool_and(a.holds) filter (where a.kind = 'SUFFICIENT') as sufficient,
    bool_and(a.holds) filter (where a.kind = 'AMBITIOUS') as ambitious,
    bool_and(a.holds) filter (where a.kind = 'ACHIEVABLE') as achievable,
    bool_and(a.holds) filter (where a.kind = 'ACTIONABLE') as actionable,
    bool_and(a.holds) filter (where a.kind = 'MEANINGFUL') as meaningful,
    bool_and(a.holds) filter (
      where a.kind = 'WITHIN_MY_CONTROL' and a.person_id in (o.owner_person_id, o.accountable_person_id)
    ) as within_control
  from standing_attestation a
  where a.org_id = o.org_id and a.objective_id = o.id and a.key_result_id is null
) t;
