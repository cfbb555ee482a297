-- A key result's metric as arithmetic takes it.
create function metric_of(key_result key_results) returns metric
language sql immutable as $$
  select row(
    key_result.kind, key_result.baseline, key_result.target, key_result.lower, key_result.upper, key_result.strict,
    key_result.change_percent, key_result.change_by, key_result.by
  )::metric
$$;
