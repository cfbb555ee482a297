-- What each of the people of whom a key result expects the same has reported, and how far that is: the active members
-- of the team that owns its objective, or who they were when it ended, also those who have said nothing; by all reports,
-- or by those up to a place on a day.
create function reached_by(
  org_id uuid, key_result_id uuid, through_day date default 'infinity', through_place bigint default 9223372036854775807
)
returns table (person_id uuid, current numeric, progress numeric)
language sql stable
begin atomic
  with said (person_id, reports) as (
    select c.person_id, array_agg(row(c.occurred_on, c.place, c.value)::report)
    from check_ins c
    where c.org_id = reached_by.org_id and c.key_result_id = reached_by.key_result_id
      and c.corrected_by_id is null and not c.retracted and c.value is not null
      and (c.occurred_on, c.place) <= (reached_by.through_day, reached_by.through_place)
    group by c.person_id
  ),
  measures as (
    select k.reading, from_nothing(to_jsonb(k)) as metric, o.org_id, o.owner_team_id, o.members
    from key_results k
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id
    where k.org_id = reached_by.org_id and k.id = reached_by.key_result_id and k.per_person is not null
  ),
  counted (person_id, reading, metric) as (
    select p.id, m.reading, m.metric
    from measures m
    join team_members t on t.org_id = m.org_id and t.team_id = m.owner_team_id
    join people p on p.org_id = t.org_id and p.id = t.person_id and p.active
    where m.members is null
    union all
    select e.id, m.reading, m.metric
    from measures m
    cross join lateral unnest(m.members) e (id)
  )
  select c.person_id, a.actual, clamped(measured(c.metric, a.actual))
  from counted c
  left join said s on s.person_id = c.person_id
  cross join lateral read_as(c.reading, c.metric, coalesce(s.reports, '{}'::report[])) a (actual);
end;
