-- A person or a team takes part no more.
create function project_participant_removed(fact fact) returns void
language plpgsql as $$
begin
  perform finish('participants', fact, (fact.data ->> 'participant_id')::uuid);
  perform revise('objectives', fact, (fact.data ->> 'objective_id')::uuid);
end
$$;
