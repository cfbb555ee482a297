-- Of the days from the first report to the latest, both included, the percentage on which the threshold was kept.
-- Each day is read by the latest report at or before it.
create function time_in_bounds(metric metric, reports report[]) returns numeric
language sql immutable as $$
  select quotient(100 * coalesce(sum(d.days) filter (where d.kept), 0), sum(d.days))
  from (
    select meets(metric, r.value), coalesce(lead(r.occurred_on) over days - r.occurred_on, 1)
    from (
      select distinct on (s.occurred_on) s.occurred_on, s.value
      from unnest(reports) s
      order by s.occurred_on, s.place desc
    ) r
    window days as (order by r.occurred_on)
  ) d (kept, days)
$$;
