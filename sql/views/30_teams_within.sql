-- A team and all teams below it; every team where none is named.
create function teams_within(org_id uuid, team_id uuid) returns table (id uuid)
language sql stable
begin atomic
  with recursive within (id) as (
    select t.id
    from teams t
    where t.org_id = teams_within.org_id and (teams_within.team_id is null or t.id = teams_within.team_id)
    union
    select t.id
    from within w
    join teams t on t.org_id = teams_within.org_id and t.parent_id = w.id
  )
  select w.id from within w;
end;
