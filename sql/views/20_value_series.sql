-- The values of a key result or an objective along the time of recording or of what was true: each of them, or where it
-- stood at the end of each day or each week, which ends on a Sunday, of the organization. A day that is not over ends
-- where it is read.
create function value_series(
  org_id uuid, noun_id uuid, along text, every text, since date, until date, objective_id uuid
) returns table (
  place bigint, "on" date, "position" bigint, recorded_at timestamptz, current numeric, raw numeric, confidence numeric,
  check_in_id uuid, visibility text
)
language sql stable
begin atomic
  with known as materialized (
    select
      (r.recorded_at at time zone o.time_zone)::date as day, r.position as place, r.position, r.recorded_at,
      r.current, r.raw, r.confidence, r.check_in_id
    from organizations o
    cross join lateral recorded_values(o.org_id, value_series.noun_id) r
    where o.org_id = value_series.org_id and value_series.along = 'RECORDED'
    union all
    select v.day, v.place, v.position, v.recorded_at, v.current, v.raw, v.confidence, v.check_in_id
    from occurred_values(value_series.org_id, value_series.noun_id) v
    where value_series.along = 'OCCURRED' and stands_alone(value_series.org_id, value_series.noun_id)
    union all
    select v.day, v.place, v.position, v.recorded_at, v.current, v.raw, v.confidence, v.check_in_id
    from stood_by_days(value_series.org_id, value_series.noun_id) v
    where value_series.along = 'OCCURRED' and not stands_alone(value_series.org_id, value_series.noun_id)
  ),
  lasting as (
    select k.*, coalesce(lead(k.day) over (order by k.place) - 1, value_series.until) as last_day
    from known k
    where k.day <= value_series.until
  ),
  read (place, day, at, known) as (
    select k.place, k.day, k.position, k.place
    from known k
    where value_series.every is null and k.day between value_series.since and value_series.until
    union all
    select
      d.day - date '0001-01-01', d.day,
      case when value_series.along = 'RECORDED' then least(
        position_at(o.org_id, (d.day + 1)::timestamp at time zone o.time_zone - interval '1 microsecond'), r.position
      ) end,
      l.place
    from organizations o
    join reading r on r.org_id = o.org_id
    cross join lasting l
    cross join lateral (
      select s.day::date as day
      from generate_series(greatest(l.day, value_series.since), l.last_day::timestamp, '1 day') s (day)
    ) d
    where o.org_id = value_series.org_id and value_series.every is not null
      and (value_series.every = 'DAY' or extract(isodow from d.day) = 7 or d.day = value_series.until)
  )
  select
    r.place, r.day, k.position, k.recorded_at, k.current, k.raw, k.confidence, k.check_in_id,
    case when value_series.along = 'RECORDED' then visibility_at(value_series.org_id, value_series.objective_id, r.at)
      else 'ORGANIZATION'
    end
  from read r
  join known k on k.place = r.known;
end;
