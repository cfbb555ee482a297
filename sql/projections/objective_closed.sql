-- The objective is finished, and keeps its last numbers.
create function project_objective_closed(fact fact) returns void
language plpgsql as $$
begin
  perform end_objectives(fact, array[(fact.data ->> 'objective_id')::uuid], 'CLOSED', null);
end
$$;
