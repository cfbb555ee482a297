-- The raw progress of a measured value: below 0 after a regress, above 1 on overshoot, null for silence.
create function measured(metric metric, value numeric) returns numeric
language sql immutable as $$
  select case
    when metric.kind in ('INCREASE', 'DECREASE')
      then quotient(value - metric.baseline, metric.target - metric.baseline)
    when metric.kind = 'DONE' then (value = 1)::int
    when metric.kind = 'BY_DATE' then value
    else threshold_progress(metric, value)
  end
$$;
