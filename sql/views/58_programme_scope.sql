-- Of which teams and which cycles the numbers of a unit are: of an organization, a team with those below it, a cycle or a
-- person, and of another one of these beside it; and of each wave of the rollout; the wave 0 is all of it. No teams are named where all are meant.
-- Where no cycle is, those are meant in which the day lies.
create function programme_scope(org_id uuid, viewer uuid, units uuid[], other_id uuid, day date) returns table (
  unit_id uuid, person_id uuid, wave int, teams uuid[], cycles uuid[]
)
language sql stable
begin atomic
  select
    u.id, p.id, w.wave,
    case
      when w.wave > 0 then array(
        select p.team_id
        from participation(programme_scope.org_id, programme_scope.viewer, programme_scope.day) p
        where p.wave = w.wave
      )
      when t.id is not null then array(select b.id from teams_within(programme_scope.org_id, t.id) b)
    end,
    array(
      select c.id
      from cycles c
      where c.org_id = programme_scope.org_id and c.id = coalesce(y.id, c.id)
        and (y.id is not null or programme_scope.day between c.starts_on and c.ends_on)
      order by c.id
    )
  from unnest(programme_scope.units) u (id)
  left join teams t on t.org_id = programme_scope.org_id and t.id in (u.id, programme_scope.other_id)
  left join cycles y on y.org_id = programme_scope.org_id and y.id in (u.id, programme_scope.other_id)
  left join people p on p.org_id = programme_scope.org_id and p.id = u.id
  cross join lateral (
    select 0 as wave
    union all
    select distinct s.wave from teams s where s.org_id = programme_scope.org_id and u.id = s.org_id and s.wave is not null
  ) w
  where programme_scope.other_id is null or programme_scope.other_id in (t.id, y.id);
end;
