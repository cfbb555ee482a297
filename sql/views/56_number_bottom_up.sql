-- The objectives below the company that were begun, and whether each came from its owner or the owning team.
create function number_bottom_up(org_id uuid, viewer uuid, teams uuid[], cycles uuid[]) returns setof numbered
language sql stable
begin atomic
  select
    o.id, o.created_position, o.owner_team_id, null::uuid, (o.origin = 'BOTTOM_UP')::int::numeric, null
  from begun_objective(
    number_bottom_up.org_id, number_bottom_up.viewer, number_bottom_up.teams, number_bottom_up.cycles
  ) o
  left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id
  where t.kind is distinct from 'COMPANY';
end;
