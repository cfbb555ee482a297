-- Whether the people who are counted fall into a few here and a few there within a team, or at the top: in each team right
-- below, in several of these, or in none. What is told of some of these groups and of all would tell of the few.
create function few_beside(org_id uuid, above_id uuid, counted uuid[], enough int) returns boolean
language sql stable
begin atomic
  with placed as (
    select distinct m.person_id, c.id as team_id
    from teams c
    cross join lateral teams_within(few_beside.org_id, c.id) w
    join team_members m on m.org_id = c.org_id and m.team_id = w.id
    where c.org_id = few_beside.org_id and c.parent_id is not distinct from few_beside.above_id
      and m.person_id = any (few_beside.counted)
  ),
  grouped (people) as (
    select count(*) from placed p group by p.team_id
    union all
    select count(*) from (select p.person_id from placed p group by p.person_id having count(*) > 1) several
    union all
    select count(*)
    from unnest(few_beside.counted) alone (id)
    where alone.id not in (select p.person_id from placed p)
      and (
        few_beside.above_id is null
        or exists (
          select from team_members m
          where m.org_id = few_beside.org_id and m.person_id = alone.id and m.team_id = few_beside.above_id
        )
      )
  )
  select exists (select from grouped g where g.people between 1 and few_beside.enough - 1);
end;
