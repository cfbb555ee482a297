-- How far the progress of key results and objectives came between the first and the last value that somebody sees in a
-- span of days, and how much that is a week.
create function value_trend(org_id uuid, viewer uuid, along text, since text, until text, on_day date) returns table (
  org_id uuid, noun_id uuid, starts_on date, ends_on date, first_value numeric, last_value numeric, change numeric,
  per_week numeric, tendency text
)
language sql stable
begin atomic
  select
    n.org_id, n.id, t.days[1], t.days[t.last], t.known[1], t.known[t.last], c.change,
    quotient(7 * c.change, t.days[t.last] - t.days[1]),
    case when c.change > 0 then 'RISING' when c.change < 0 then 'FALLING' else 'STEADY' end
  from valued n
  cross join lateral (
    select
      array_agg(s."on" order by s.place) as days, array_agg(s.raw order by s.place) as known, count(*)::int as last
    from value_series(
      n.org_id, n.id, value_trend.along, null, coalesce(value_trend.since::date, '-infinity'),
      least(value_trend.until::date, value_trend.on_day), n.objective_id
    ) s
    where s.raw is not null and sees(n.org_id, value_trend.viewer, n.objective_id, s.visibility)
  ) t
  cross join lateral (select t.known[t.last] - t.known[1]) c (change)
  where n.org_id = value_trend.org_id and t.last > 0
    and sees(n.org_id, value_trend.viewer, n.objective_id, n.visibility);
end;
