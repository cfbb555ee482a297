-- The objective is given up, and counts for nothing above it.
create function project_objective_withdrawn(fact fact) returns void
language plpgsql as $$
begin
  perform end_objectives(
    fact, array[(fact.data ->> 'objective_id')::uuid], 'WITHDRAWN', fact.data ->> 'reason'
  );
end
$$;
