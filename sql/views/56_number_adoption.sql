-- The teams, and whether each owns an objective that was begun; those are left out that need not have any on the day.
create function number_adoption(org_id uuid, viewer uuid, teams uuid[], cycles uuid[], day date) returns setof numbered
language sql stable
begin atomic
  select
    t.id, t.created_position, t.id, null::uuid,
    case when p.participation in ('PILOT', 'ACTIVE') then exists (
      select from begun_objective(number_adoption.org_id, number_adoption.viewer, null, number_adoption.cycles) o
      where o.owner_team_id = t.id
    )::int::numeric end,
    case p.participation
      when 'AWARE' then 'It knows of the objectives of others, and need not have its own.'
      when 'OPTED_OUT' then 'It has opted out.'
    end
  from teams t
  join participation(number_adoption.org_id, number_adoption.viewer, number_adoption.day) p on p.team_id = t.id
  where t.org_id = number_adoption.org_id and (number_adoption.teams is null or t.id = any (number_adoption.teams));
end;
