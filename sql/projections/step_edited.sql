-- What was stated of it changes, or the objectives with which it is taken.
create function project_step_edited(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'steps', fact, (fact.data ->> 'step_id')::uuid, fact.data - 'changes' || (fact.data -> 'changes')
  );
end
$$;
