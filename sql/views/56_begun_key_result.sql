-- The key results that are reported themselves, of objectives that were begun, with the days from and up to which they are
-- looked at, the rhythm of their reports and who answers for them.
create function begun_key_result(org_id uuid, viewer uuid, teams uuid[], cycles uuid[], day date) returns table (
  id uuid, created_position bigint, objective_id uuid, cycle_id uuid, team_id uuid, person_id uuid,
  start_confidence numeric, every text, per_person boolean, began_on date, ended_on date
)
language sql stable
begin atomic
  select
    k.id, k.created_position, o.id, o.cycle_id, o.owner_team_id,
    coalesce(k.owner_person_id, o.accountable_person_id, o.owner_person_id),
    k.start_confidence,
    coalesce(t.check_in_every, p.check_in_every, 'NEVER'),
    k.per_person is not null,
    greatest(
      y.starts_on, (greatest(y.started_at, o.activated_at, k.recorded_at) at time zone z.time_zone)::date
    ),
    least(begun_key_result.day, y.ends_on, (o.closed_at at time zone z.time_zone)::date)
  from begun_objective(
    begun_key_result.org_id, begun_key_result.viewer, begun_key_result.teams, begun_key_result.cycles
  ) o
  join key_results k on k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.kind <> 'COMPOUND'
  join cycles y on y.org_id = o.org_id and y.id = o.cycle_id
  join organizations z on z.org_id = o.org_id
  left join policy p on p.org_id = o.org_id and p.id = o.cycle_id
  left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id;
end;
