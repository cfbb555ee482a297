-- The value stands in the place of what it corrects, its day included; so it does in key results that follow the KPI.
create function project_kpi_value_corrected(fact fact) returns void
language plpgsql as $$
declare
  earlier kpi_values;
  report check_ins;
  moved uuid[] := '{}';
begin
  select v.* into strict earlier from kpi_values v
  where v.org_id = fact.org_id and v.id = (fact.data ->> 'earlier_kpi_value_id')::uuid and v.to_position = open_end();
  insert into kpi_values
  select r.* from jsonb_populate_record(
    earlier,
    '{"source": null, "note": null}' || fact.data || created(fact, 'kpi_value_id')
    || jsonb_build_object('author_id', fact.actor_id, 'corrected_because', fact.data -> 'reason')
  ) r;
  perform revise('kpi_values', fact, earlier.id, jsonb_build_object('corrected_by_id', fact.data -> 'kpi_value_id'));
  for report in
    select c.* from check_ins c
    where c.org_id = fact.org_id and c.kpi_value_id = earlier.id and c.to_position = 9223372036854775807
    order by c.created_position, c.id
  loop
    perform correct_followed(fact, report);
    moved := moved || report.key_result_id;
  end loop;
  perform roll_up(fact, moved, '{}');
end
$$;
