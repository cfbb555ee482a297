-- Active key results without work, and those whose numbers were handed down or do not add up, as far as somebody sees.
create function finding_work(org_id uuid, viewer uuid) returns setof found
language sql stable
begin atomic
  with active as not materialized (
    select k.*, o.cycle_id, o.owner_team_id
    from key_results k
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id
    where k.org_id = finding_work.org_id and k.state = 'ACTIVE' and o.state = 'ACTIVE'
  )
  select k.org_id, k.id, k.created_position, k.objective_id, k.cycle_id, k.owner_team_id, 'STARVED'
  from active k
  where not exists (
      select from contributions c where c.org_id = k.org_id and c.key_result_id = k.id and not c.released
    )
    and not exists (
      select from check_ins c where c.org_id = k.org_id and c.key_result_id = k.id and not c.retracted
    )
    and not exists (
      select from active p where p.part_of_id = k.id
    )
    and not exists (
      select from seen_alignment(finding_work.org_id, finding_work.viewer) a where a.to_key_result_id = k.id
    )
  union all
  select k.org_id, k.id, k.created_position, k.objective_id, k.cycle_id, k.owner_team_id, 'NOT_A_METRIC'
  from active k
  where k.kind in ('DONE', 'MILESTONES', 'BY_DATE')
  union all
  select
    k.org_id, k.id, k.created_position, k.objective_id, k.cycle_id, k.owner_team_id, 'TARGETS_' || t.coverage
  from active k
  join key_result_targets t on t.org_id = k.org_id and t.id = k.id and t.coverage <> 'EQUAL'
  union all
  select k.org_id, k.id, k.created_position, k.objective_id, k.cycle_id, k.owner_team_id, 'SPLITS_TARGET'
  from active k
  where k.kind in ('INCREASE', 'DECREASE')
    and (
      select sum(s.target - s.baseline) = k.target - k.baseline
        and bool_and(coalesce(s.kind = k.kind and s.unit is not distinct from k.unit, false))
      from seen_alignment(finding_work.org_id, finding_work.viewer) a
      join objectives o on o.org_id = k.org_id and o.id = a.objective_id and o.state = 'ACTIVE'
      left join key_results s on s.org_id = k.org_id and s.objective_id = o.id and s.state = 'ACTIVE'
      where a.to_key_result_id = k.id
    );
end;
