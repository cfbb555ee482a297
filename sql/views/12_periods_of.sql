-- The periods of a key result whose target holds for each: from the first day of the cycle, or the first that is
-- measured within it, to its deadline, or the last that is measured.
-- What is left after the last whole period belongs to that one; a span shorter than a period is one.
create function periods_of(org_id uuid, key_result_id uuid) returns table (starts_on date, ends_on date)
language sql stable
begin atomic
  with span as (
    select
      k.per::interval as per, least(greatest(c.starts_on, k.opens_on), l.day) as starts_on, l.day as ends_on,
      (
        365 * extract(year from k.per::interval) + 28 * extract(month from k.per::interval)
        + extract(day from k.per::interval)
      )::int as days_at_least
    from key_results k
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id
    join cycles c on c.org_id = o.org_id and c.id = o.cycle_id
    cross join lateral (select least(coalesce(k.due_on, o.due_on, c.ends_on), k.closes_on)) l (day)
    where k.org_id = periods_of.org_id and k.id = periods_of.key_result_id and k.per is not null
  ),
  whole as (
    select n, (s.starts_on + n * s.per)::date as starts_on, (s.starts_on + (n + 1) * s.per)::date as next_starts_on
    from span s
    cross join lateral generate_series(0, greatest(0, (s.ends_on - s.starts_on) / s.days_at_least)) n
  )
  select w.starts_on, coalesce(lead(w.starts_on) over (order by w.n) - 1, s.ends_on)
  from whole w
  cross join span s
  where w.n = 0 or w.next_starts_on - 1 <= s.ends_on;
end;
