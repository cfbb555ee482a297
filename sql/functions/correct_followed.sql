-- What was measured of a KPI was put right: so is the report of a key result that followed it.
create function correct_followed(fact fact, report check_ins) returns void
language plpgsql as $$
declare
  key_result key_results;
  next check_ins;
begin
  select k.* into strict key_result from key_results k
  where k.org_id = fact.org_id and k.id = report.key_result_id and k.to_position = open_end();
  next := jsonb_populate_record(
    report,
    created(fact, 'kpi_id') || jsonb_build_object(
      'id', followed_id(fact, key_result.id), 'corrects_id', report.id, 'kpi_value_id', fact.data -> 'kpi_value_id',
      'author_id', fact.actor_id, 'value', fact.data -> 'value', 'corrected_because', fact.data -> 'reason'
    )
  );
  next.rest := case
    when report.rest is null then rest_of_report(key_result, next.value)
    else report.rest + direction(key_result.kind) * (next.value - report.value)
  end;
  insert into check_ins select next.*;
  perform revise('check_ins', fact, report.id, jsonb_build_object('corrected_by_id', next.id));
  perform revise('key_results', fact, key_result.id);
end
$$;
