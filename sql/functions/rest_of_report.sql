-- What a report of the whole leaves to nobody in particular, may be negative; null where nothing is added up.
-- Where entries are summed, an entry of the whole is that amount itself. While the baseline is missing the rest is
-- counted from 0; `baseline_established` puts that right.
create function rest_of_report(key_result key_results, value numeric) returns numeric
language sql stable as $$
  select case
    when key_result.reading = 'SUM' then value
    else direction(key_result.kind) * (value - coalesce(key_result.baseline, 0))
      - coalesce(assigned_amount(key_result.org_id, key_result.id), 0) - coalesce(key_result.shift, 0)
  end
$$;
