-- It is done.
create function project_step_completed(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'steps', fact, (fact.data ->> 'step_id')::uuid, fact.data || jsonb_build_object('done_by_id', fact.actor_id)
  );
end
$$;
