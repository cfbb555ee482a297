-- An objective is there, under the next key of its cycle.
create function project_objective_created(fact fact) returns void
language plpgsql as $$
declare
  cycle cycles;
  objective uuid := (fact.data ->> 'objective_id')::uuid;
begin
  select c.* into strict cycle from cycles c
  where c.org_id = fact.org_id and c.id = (fact.data ->> 'cycle_id')::uuid and c.to_position = open_end();
  insert into objectives
  select r.* from jsonb_populate_record(
    null::objectives,
    '{"objective_type": "OUTCOME"}' || fact.data || created(fact, 'objective_id') || jsonb_build_object(
      'key', cycle.key || '-O' || cycle.objectives + 1,
      'state', 'DRAFT',
      'creator_id', fact.actor_id,
      'key_results', 0
    )
  ) r;
  perform revise('cycles', fact, cycle.id, jsonb_build_object(
    'objectives', cycle.objectives + 1, 'version', cycle.version
  ));
  perform roll_up(fact, '{}', array[objective]);
end
$$;
