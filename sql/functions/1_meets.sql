-- Whether a value keeps the threshold; `strict` leaves the bounds out.
create function meets(metric metric, value numeric) returns boolean
language sql immutable as $$
  select case metric.kind
    when 'AT_LEAST' then value > metric.target or (value = metric.target and not metric.strict)
    when 'AT_MOST' then value < metric.target or (value = metric.target and not metric.strict)
    when 'WITHIN' then
      (value > metric.lower and value < metric.upper)
      or (value in (metric.lower, metric.upper) and not metric.strict)
  end
$$;
