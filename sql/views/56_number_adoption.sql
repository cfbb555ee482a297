-- The teams, and whether each owns an objective that was begun.
create function number_adoption(org_id uuid, viewer uuid, team_id uuid, cycles uuid[]) returns setof numbered
language sql stable
begin atomic
  select
    t.id, t.created_position, t.id, null::uuid, exists (
      select from begun_objective(number_adoption.org_id, number_adoption.viewer, null, number_adoption.cycles) o
      where o.owner_team_id = t.id
    )::int::numeric, null
  from teams t
  where t.org_id = number_adoption.org_id
    and t.id in (select w.id from teams_within(number_adoption.org_id, number_adoption.team_id) w);
end;
