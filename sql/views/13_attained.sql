-- What was reported in each period of a key result, and how much of the target that is; null where nobody reported;
-- by all reports, or by those up to a place on a day.
create function attained(
  org_id uuid, key_result_id uuid, through_day date default 'infinity', through_place bigint default 9223372036854775807
)
returns table (starts_on date, ends_on date, actual numeric, attainment numeric)
language sql stable
begin atomic
  with measures as (
    select k.org_id, k.id, k.reading, from_nothing(to_jsonb(k)) as metric
    from key_results k
    where k.org_id = attained.org_id and k.id = attained.key_result_id
  )
  select p.starts_on, p.ends_on, a.actual, clamped(measured(m.metric, a.actual))
  from measures m
  cross join lateral periods_of(m.org_id, m.id) p
  cross join lateral read_as(m.reading, m.metric, array(
    select row(r.occurred_on, r.place, r.value)::report
    from reports_of(m.org_id, m.id, null, attained.through_day, attained.through_place) r
    where r.occurred_on between p.starts_on and p.ends_on
  )) a (actual);
end;
