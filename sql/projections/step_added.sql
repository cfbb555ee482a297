-- The step is to be done.
create function project_step_added(fact fact) returns void
language plpgsql as $$
begin
  insert into steps
  select r.* from jsonb_populate_record(
    null::steps, '{"objective_ids": []}' || fact.data || created(fact, 'step_id')
  ) r;
end
$$;
