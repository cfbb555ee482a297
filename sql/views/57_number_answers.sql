-- How long it took until something was done about what was in the way, in days: from the report of an obstacle to the next
-- change of the key result or its objective, or to its answer; and from a KPI's leaving its bounds to its return, or to the
-- next change of a key result that follows it, or of its objective.
create function number_answers(org_id uuid, viewer uuid, teams uuid[], cycles uuid[], day date) returns setof numbered
language sql stable
begin atomic
  select
    b.id, b.created_position, o.owner_team_id, null::uuid, d.days::numeric,
    case when d.days is null then 'Nothing has followed yet.' end
  from begun_objective(number_answers.org_id, number_answers.viewer, number_answers.teams, number_answers.cycles) o
  join obstacle b on b.org_id = o.org_id and b.objective_id = o.id and b.kind = 'OBSTACLE'
  join check_ins c on c.org_id = b.org_id and c.id = b.check_in_id
  join organizations z on z.org_id = o.org_id
  cross join lateral (
    select (min(a.answered_at) at time zone z.time_zone)::date - (c.recorded_at at time zone z.time_zone)::date as days
    from (
      select r.recorded_at as answered_at
      from running_revision r
      where r.org_id = o.org_id and r.objective_id = o.id and coalesce(r.key_result_id, b.key_result_id) = b.key_result_id
        and r.recorded_at > c.recorded_at
      union all
      select e.recorded_at
      from obstacles_versions v
      join logged e on e.org_id = v.org_id and e.position = v.from_position
      where v.org_id = b.org_id and v.id = b.id and not v.open
    ) a
  ) d
  union all
  select
    b.id, w.created_position, k.owner_team_id, null, (g.occurred_on - b.occurred_on)::numeric,
    case when g.occurred_on is null then 'Nothing has followed yet.' end
  from kpis k
  join (
    select c.*, lag(c.state) over (partition by c.org_id, c.kpi_id order by c.occurred_on) as earlier from kpi_change c
  ) b on b.org_id = k.org_id and b.kpi_id = k.id and b.state <> 'GREEN' and coalesce(b.earlier, 'GREEN') = 'GREEN'
  join kpi_values w on w.org_id = b.org_id and w.id = b.id
  join organizations z on z.org_id = k.org_id
  cross join lateral (
    select min(a.occurred_on) as occurred_on
    from (
      select c.occurred_on
      from kpi_change c
      where c.org_id = k.org_id and c.kpi_id = k.id and c.state = 'GREEN' and c.occurred_on > b.occurred_on
      union all
      select (r.recorded_at at time zone z.time_zone)::date
      from key_results f
      join objectives o on o.org_id = f.org_id and o.id = f.objective_id
      join running_revision r
        on r.org_id = o.org_id and r.objective_id = o.id and coalesce(r.key_result_id, f.id) = f.id
      where f.org_id = k.org_id and f.kpi_id = k.id and r.recorded_at > w.recorded_at
        and sees(o.org_id, number_answers.viewer, o.id, o.visibility)
    ) a
    where a.occurred_on <= number_answers.day
  ) g
  where k.org_id = number_answers.org_id and b.occurred_on <= number_answers.day
    and exists (
      select from cycles y
      where y.org_id = k.org_id and y.id = any (number_answers.cycles) and b.occurred_on between y.starts_on and y.ends_on
    )
    and (
      number_answers.teams is null
      or k.owner_team_id = any (number_answers.teams)
      or k.owner_person_id in (select p.id from people_within(number_answers.org_id, number_answers.teams) p)
    );
end;
