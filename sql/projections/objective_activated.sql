-- The objective counts for what it supports.
create function project_objective_activated(fact fact) returns void
language plpgsql as $$
declare
  objective uuid := (fact.data ->> 'objective_id')::uuid;
begin
  perform revise('objectives', fact, objective, jsonb_build_object(
    'state', 'ACTIVE', 'activated_at', fact.recorded_at
  ));
  perform roll_up(fact, '{}', array[objective]);
end
$$;
