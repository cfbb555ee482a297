-- The teams that a person manages, with all teams below them.
create function managed_teams(org_id uuid, person_id uuid) returns table (id uuid)
language sql stable
begin atomic
  with recursive managed (id) as (
    select m.team_id
    from team_members m
    where m.org_id = managed_teams.org_id and m.person_id = managed_teams.person_id and m.role = 'MANAGER'
    union
    select t.id
    from managed m
    join teams t on t.org_id = managed_teams.org_id and t.parent_id = m.id
  )
  select m.id from managed m;
end;
