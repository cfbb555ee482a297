-- How much work is planned for each team whose capacity in a cycle is known, as far as somebody sees it: what the team
-- does, and what its members do for its objectives, in the cycle of the objective; else in that in which it begins. What
-- is made of other pieces is counted by these.
create function team_load(org_id uuid, viewer uuid) returns table (
  org_id uuid, id uuid, team_id uuid, cycle_id uuid, planned numeric, over boolean, created_position bigint
)
language sql stable
begin atomic
  select
    c.org_id, c.id, c.team_id, c.cycle_id, coalesce(sum(w.effort), 0), coalesce(sum(w.effort), 0) > c.days,
    c.created_position
  from capacities c
  join cycles y on y.org_id = c.org_id and y.id = c.cycle_id
  left join lateral (
    select w.effort
    from work_item w
    left join objectives o on o.org_id = w.org_id and o.id = w.objective_id
    where w.org_id = c.org_id and w.effort is not null and w.state <> 'DROPPED'
      and sees(w.org_id, team_load.viewer, w.objective_id, w.visibility)
      and (
        w.owner_team_id = c.team_id
        or (o.owner_team_id = c.team_id and exists (
          select from team_members m
          where m.org_id = c.org_id and m.team_id = c.team_id and m.person_id = w.owner_person_id
        ))
      )
      and coalesce(o.cycle_id = c.cycle_id, w.starts_on between y.starts_on and y.ends_on)
      and not exists (
        select from work_items p
        where p.org_id = w.org_id and p.within_id = w.id and p.state <> 'DROPPED' and p.effort is not null
      )
  ) w on true
  where c.org_id = team_load.org_id
  group by c.org_id, c.id, c.team_id, c.cycle_id, c.days, c.created_position;
end;
