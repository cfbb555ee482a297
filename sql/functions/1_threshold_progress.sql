-- Met is 1; otherwise the share of the way from the baseline to the bound, which stays just below 1.
-- A baseline that keeps the threshold already says nothing about the way, and counts as none; one on a strict
-- bound leaves no way at all.
create function threshold_progress(metric metric, value numeric) returns numeric
language sql immutable as $$
  select case
    when value is null then null
    when meets(metric, value) then 1
    when metric.baseline is null or meets(metric, metric.baseline) then 0
    else least(0.999999999999, coalesce(quotient(
      value - metric.baseline,
      case
        when metric.kind <> 'WITHIN' then metric.target
        when metric.baseline <= metric.lower then metric.lower
        else metric.upper
      end - metric.baseline
    ), 0))
  end
$$;
