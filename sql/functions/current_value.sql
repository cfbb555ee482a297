-- Where a key result stands in its own unit; null while nobody has reported.
create function current_value(key_result key_results) returns numeric
language plpgsql stable as $$
declare
  report check_ins := latest_report(key_result.org_id, key_result.id, null);
  assigned numeric;
  rest numeric := coalesce(report.rest + coalesce(key_result.shift, 0), key_result.shift);
begin
  if key_result.kind = 'MILESTONES' then
    return milestones_done(key_result.org_id, key_result.id);
  elsif direction(key_result.kind) is null then
    return report.value;
  end if;
  assigned := assigned_amount(key_result.org_id, key_result.id);
  if assigned is null and (report.value is null or rest is null) then
    return null;
  end if;
  return round(
    key_result.baseline + direction(key_result.kind) * (coalesce(assigned, 0) + coalesce(rest, 0)), 12
  );
end $$;
