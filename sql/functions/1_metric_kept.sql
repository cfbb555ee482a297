-- A stated metric as it is kept: with what older facts did not say, with the target that follows from a change by so
-- much (none while the baseline is missing), and with the last day that follows from the first.
create function metric_kept(stated jsonb) returns jsonb
language sql immutable as $$
  select '{"quantity": "NUMBER", "reading": "LATEST"}' || stated || case
    when coalesce(m.change_percent, m.change_by) is null then '{}'
    else jsonb_build_object('target', round(
      m.baseline + direction(m.kind) * coalesce(abs(m.baseline) * m.change_percent * 0.01, m.change_by), 12
    ))
  end || case
    when stated ->> 'open_for_days' is null then '{}'
    else jsonb_build_object('closes_on', closing((stated ->> 'opens_on')::date, (stated ->> 'open_for_days')::int))
  end
  from jsonb_populate_record(null::metric, stated) m
$$;
