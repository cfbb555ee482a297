-- What reports say together under a reading; null where there are none.
-- The worst for WITHIN is the value farthest beyond its bounds, or nearest to one; of equals the latest.
create function read_as(reading text, metric metric, reports report[]) returns numeric
language sql immutable as $$
  select case reading
    when 'LATEST' then (array_agg(r.value order by r.occurred_on desc, r.place desc))[1]
    when 'SUM' then sum(r.value)
    when 'MEAN' then quotient(sum(r.value), count(*))
    when 'WORST' then case
      when metric.kind in ('INCREASE', 'AT_LEAST') then min(r.value)
      when metric.kind in ('DECREASE', 'AT_MOST') then max(r.value)
      else (array_agg(
        r.value
        order by greatest(metric.lower - r.value, r.value - metric.upper) desc, r.occurred_on desc, r.place desc
      ))[1]
    end
    when 'TIME_IN_BOUNDS' then time_in_bounds(metric, reports)
  end
  from unnest(reports) r
$$;
