-- The score stands until its author, or for TEAM and AGREED anybody, gives another.
create function project_objective_scored(fact fact) returns void
language plpgsql as $$
begin
  perform assess(fact, (fact.data ->> 'objective_id')::uuid);
  perform revise('objectives', fact, (fact.data ->> 'objective_id')::uuid);
end
$$;
