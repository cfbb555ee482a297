-- A team and all teams above it, from the bottom up.
create function teams_above(org_id uuid, team_id uuid) returns table (id uuid, height int)
language sql stable
begin atomic
  with recursive above (id, height) as (
    select teams_above.team_id, 0
    union all
    select t.parent_id, a.height + 1
    from above a
    join teams t on t.org_id = teams_above.org_id and t.id = a.id
    where t.parent_id is not null
  )
  select a.id, a.height from above a;
end;
