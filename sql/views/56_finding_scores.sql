-- What the scores of a cycle suggest: scores that are missing, misses that nobody explained, goals set too low, hopes set too high. A cycle that
-- is in review or closed is looked at. The thresholds are those of docs/okr.md.
create function finding_scores(org_id uuid) returns setof found
language sql stable
begin atomic
  with begun as (
    select
      k.org_id, k.id, k.created_position, k.objective_id, o.cycle_id, o.owner_team_id, k.weight,
      p.value, a.value as agreed, g.completion_cut_off as cut_off, g.miss_reason,
      o.created_position as objective_position,
      (
        select c.confidence from check_ins c
        where c.org_id = k.org_id and c.key_result_id = k.id and c.corrected_by_id is null and not c.retracted
          and c.confidence is not null
        order by c.occurred_on, c.place limit 1
      ) as hope,
      settled_by(k.org_id, k.id, y.starts_on + (y.ends_on - y.starts_on + 1) * 3 / 4) as early,
      y.state in ('REVIEW', 'CLOSED') as over
    from key_results k
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.state in ('ACTIVE', 'CLOSED')
    join cycles y on y.org_id = o.org_id and y.id = o.cycle_id
    left join policy g on g.org_id = y.org_id and g.id = y.id
    left join progress p on p.org_id = k.org_id and p.id = k.id
    left join assessments a on a.org_id = k.org_id and a.noun_id = k.id and a.kind = 'AGREED'
    where k.org_id = finding_scores.org_id and k.state <> 'WITHDRAWN'
  )
  select b.org_id, b.id, b.created_position, b.objective_id, b.cycle_id, b.owner_team_id, 'MISS_WITHOUT_REASON'
  from begun b
  where b.agreed < b.cut_off and b.miss_reason <> 'NONE'
    and not exists (select from misses m where m.org_id = b.org_id and m.id = b.id)
  union all
  select u.org_id, u.id, u.created_position, u.objective_id, u.cycle_id, u.owner_team_id, 'UNSCORED'
  from unscored u
  join cycles y on y.org_id = u.org_id and y.id = u.cycle_id and y.state in ('REVIEW', 'CLOSED')
  left join policy g on g.org_id = y.org_id and g.id = y.id
  where u.org_id = finding_scores.org_id and g.closing is distinct from 'NONE'
  union all
  select b.org_id, b.id, b.created_position, b.objective_id, b.cycle_id, b.owner_team_id, 'OPTIMISM'
  from begun b
  where b.over and b.hope >= 0.7 and coalesce(b.agreed, b.value) < b.cut_off
  union all
  select b.org_id, b.objective_id, b.objective_position, b.objective_id, b.cycle_id, b.owner_team_id, 'SANDBAGGING'
  from begun b
  where b.over and b.weight > 0
  group by b.org_id, b.objective_id, b.objective_position, b.cycle_id, b.owner_team_id
  having bool_and(coalesce(b.value, 0) >= 1) and bool_and(coalesce(b.early, false))
    and bool_and(coalesce(b.hope, 0) >= 0.9);
end;
