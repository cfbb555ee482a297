-- A stated metric as it is kept: with what older facts did not say, and with the target that follows from a change
-- by so much; there is none while the baseline is missing.
create function metric_kept(stated jsonb) returns jsonb
language sql immutable as $$
  select '{"quantity": "NUMBER", "reading": "LATEST"}' || stated || case
    when coalesce(m.change_percent, m.change_by) is null then '{}'
    else jsonb_build_object('target', round(
      m.baseline + direction(m.kind) * coalesce(abs(m.baseline) * m.change_percent * 0.01, m.change_by), 12
    ))
  end
  from jsonb_populate_record(null::metric, stated) m
$$;
