-- Of which team and which cycles the numbers of a unit are: of an organization, a team or a cycle, and of another one of
-- these beside it. Where none is a cycle, of those in which the day lies.
create function programme_scope(org_id uuid, units uuid[], other_id uuid, day date) returns table (
  unit_id uuid, team_id uuid, cycles uuid[]
)
language sql stable
begin atomic
  select
    u.id, t.id,
    array(
      select c.id
      from cycles c
      where c.org_id = programme_scope.org_id
        and (c.id = coalesce(y.id, c.id)) and (y.id is not null or programme_scope.day between c.starts_on and c.ends_on)
      order by c.id
    )
  from unnest(programme_scope.units) u (id)
  left join teams t on t.org_id = programme_scope.org_id and t.id in (u.id, programme_scope.other_id)
  left join cycles y on y.org_id = programme_scope.org_id and y.id in (u.id, programme_scope.other_id)
  where programme_scope.other_id is null or programme_scope.other_id in (t.id, y.id);
end;
