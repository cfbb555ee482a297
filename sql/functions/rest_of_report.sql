-- What a report of the whole leaves to nobody in particular, may be negative; null where nothing is added up.
create function rest_of_report(key_result key_results, value numeric) returns numeric
language sql stable as $$
  select direction(key_result.kind) * (value - key_result.baseline)
    - coalesce(assigned_amount(key_result.org_id, key_result.id), 0) - coalesce(key_result.shift, 0)
$$;
