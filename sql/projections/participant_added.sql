-- A person or a team takes part.
create function project_participant_added(fact fact) returns void
language plpgsql as $$
begin
  insert into participants
  select r.* from jsonb_populate_record(null::participants, fact.data || created(fact, 'participant_id')) r;
  perform revise('objectives', fact, (fact.data ->> 'objective_id')::uuid);
end
$$;
