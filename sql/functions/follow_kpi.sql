-- What was measured of a KPI is a report of a key result that follows it, the last of its day.
create function follow_kpi(fact fact, key_result key_results, measured kpi_values) returns void
language sql as $$
  insert into check_ins
  select r.* from jsonb_populate_record(
    null::check_ins,
    created(fact, 'kpi_id') || jsonb_build_object(
      'id', followed_id(fact, key_result.id), 'first_id', followed_id(fact, key_result.id),
      'key_result_id', key_result.id, 'kpi_value_id', measured.id, 'author_id', measured.author_id,
      'person_id', measured.author_id, 'value', measured.value, 'occurred_on', measured.occurred_on,
      'rest', rest_of_report(key_result, measured.value), 'place', fact.position, 'retracted', false, 'acknowledges_health', false,
      'milestones_done', '{}'::uuid[], 'milestones_undone', '{}'::uuid[]
    )
  ) r
$$;
