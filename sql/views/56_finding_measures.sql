-- How objectives that are drafted or worked on are measured: key results that no numbers lead from anywhere to anywhere,
-- whose start confidence lies outside of what was agreed, and objectives whose key results tell only how much or how good.
create function finding_measures(org_id uuid) returns setof found
language sql stable
begin atomic
  with measured as not materialized (
    select
      k.*, o.cycle_id, o.owner_team_id, o.created_position as objective_position,
      coalesce(g.start_confidence_least, 0.1) as least, coalesce(g.start_confidence_most, 0.9) as most
    from key_results k
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.state in ('DRAFT', 'ACTIVE')
    left join policy g on g.org_id = o.org_id and g.id = o.cycle_id
    where k.org_id = finding_measures.org_id and k.state = 'ACTIVE'
  )
  select k.org_id, k.id, k.created_position, k.objective_id, k.cycle_id, k.owner_team_id, 'NO_FROM_TO'
  from measured k
  where k.kind = 'DONE' or k.kind in ('INCREASE', 'DECREASE') and (k.baseline is null or k.target is null)
  union all
  select k.org_id, k.id, k.created_position, k.objective_id, k.cycle_id, k.owner_team_id, 'UNREALISTIC'
  from measured k
  where k.start_confidence < k.least
  union all
  select k.org_id, k.id, k.created_position, k.objective_id, k.cycle_id, k.owner_team_id, 'TOO_EASY'
  from measured k
  where k.start_confidence > k.most
  union all
  select k.org_id, k.objective_id, k.objective_position, k.objective_id, k.cycle_id, k.owner_team_id, 'ONE_SIDED'
  from measured k
  group by k.org_id, k.objective_id, k.objective_position, k.cycle_id, k.owner_team_id
  having count(distinct k.indicator_kind) = 1;
end;
