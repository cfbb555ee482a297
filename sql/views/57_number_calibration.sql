-- How well people foresaw where they would come, of objectives that are closed: each key result with the square of how far
-- the confidence at its start was from what came, 1 where it was reached and 0 where it was not; and what was scored by
-- the people themselves and agreed on, with how far the one lies above the other.
create function number_calibration(org_id uuid, viewer uuid, code text, teams uuid[], cycles uuid[])
returns setof numbered
language sql stable
begin atomic
  with closed as not materialized (
    select o.*
    from begun_objective(
      number_calibration.org_id, number_calibration.viewer, number_calibration.teams, number_calibration.cycles
    ) o
    where o.state = 'CLOSED'
  ),
  scored as not materialized (
    select o.org_id, o.id, o.created_position, o.owner_team_id
    from closed o
    union all
    select k.org_id, k.id, k.created_position, o.owner_team_id
    from closed o
    join key_results k on k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN'
  )
  select
    k.id, k.created_position, o.owner_team_id, null::uuid,
    round((k.start_confidence - r.reached) * (k.start_confidence - r.reached), 12),
    case
      when k.start_confidence is null then 'Nobody said how sure they were of it at the start.'
      when r.reached is null then 'No score of it is known.'
    end
  from closed o
  join key_results k on k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.part_of_id is null
  left join policy a on a.org_id = o.org_id and a.id = o.cycle_id
  left join assessments s on s.org_id = k.org_id and s.noun_id = k.id and s.kind = 'AGREED'
  left join progress p on p.org_id = k.org_id and p.id = k.id
  cross join lateral (
    select (
      coalesce(s.value, p.value) >= case o.ambition when 'COMMITTED' then 1 else coalesce(a.completion_cut_off, 0.7) end
    )::int::numeric as reached
  ) r
  where number_calibration.code = 'CALIBRATION'
  union all
  select n.id, n.created_position, n.owner_team_id, null, s.themselves - a.value, null
  from scored n
  join assessments a on a.org_id = n.org_id and a.noun_id = n.id and a.kind = 'AGREED'
  cross join lateral (
    select quotient(sum(e.value), count(*)) as themselves
    from assessments e
    where e.org_id = n.org_id and e.noun_id = n.id and e.kind = 'SELF'
  ) s
  where number_calibration.code = 'SELF_SCORE_GAP' and s.themselves is not null;
end;
