-- The objective counts for what it supports.
create function project_objective_activated(fact fact) returns void
language plpgsql as $$
declare
  objective uuid := (fact.data ->> 'objective_id')::uuid;
begin
  perform revise('objectives', fact, objective, '{"state": "ACTIVE"}');
  perform roll_up(fact, '{}', array[objective]);
end
$$;
