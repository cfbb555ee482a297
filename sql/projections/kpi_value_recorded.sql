-- The value is there, the last of its day.
create function project_kpi_value_recorded(fact fact) returns void
language plpgsql as $$
begin
  insert into kpi_values
  select r.* from jsonb_populate_record(
    null::kpi_values,
    fact.data || created(fact, 'kpi_value_id')
    || jsonb_build_object('author_id', fact.actor_id, 'place', fact.position)
  ) r;
end
$$;
