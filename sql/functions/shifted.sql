-- The shift that keeps a key result where it stands under a new metric, as a change of its row.
create function shifted(key_result key_results, metric jsonb, stood numeric) returns jsonb
language plpgsql stable as $$
declare
  next metric := jsonb_populate_record(null::metric, metric);
  report check_ins := latest_report(key_result.org_id, key_result.id, null);
begin
  if direction(next.kind) is null then
    return '{}';
  elsif stood is null or key_result.kind in ('DONE', 'MILESTONES') then
    return '{"shift": null}';
  end if;
  return jsonb_build_object(
    'shift',
    direction(next.kind) * (stood - next.baseline)
    - coalesce(assigned_amount(key_result.org_id, key_result.id), 0) - coalesce(report.rest, 0)
  );
end $$;
