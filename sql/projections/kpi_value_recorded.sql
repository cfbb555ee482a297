-- The value is there, the last of its day; so do key results stand that follow the KPI.
create function project_kpi_value_recorded(fact fact) returns void
language plpgsql as $$
declare
  measured kpi_values;
  key_result key_results;
  moved uuid[] := '{}';
begin
  insert into kpi_values
  select r.* from jsonb_populate_record(
    null::kpi_values,
    fact.data || created(fact, 'kpi_value_id')
    || jsonb_build_object('author_id', fact.actor_id, 'place', fact.position)
  ) r
  returning * into measured;
  for key_result in
    select k.* from key_results k
    where k.org_id = fact.org_id and k.kpi_id = measured.kpi_id and k.to_position = 9223372036854775807
      and follows_on(k, measured.occurred_on)
    order by k.created_position, k.id
  loop
    perform follow_kpi(fact, key_result, measured);
    perform revise('key_results', fact, key_result.id);
    moved := moved || key_result.id;
  end loop;
  perform roll_up(fact, moved, '{}');
end
$$;
