-- What was stated of the objective changes; with a reason it is a revision.
create function project_objective_edited(fact fact) returns void
language plpgsql as $$
declare
  objective uuid := (fact.data ->> 'objective_id')::uuid;
begin
  perform revise('objectives', fact, objective, (fact.data - 'changes') || (fact.data -> 'changes'));
  insert into objective_revisions
  select r.* from jsonb_populate_record(
    null::objective_revisions, fact.data || created(fact, 'objective_id') || jsonb_build_object('id', fact.event_id)
  ) r
  where fact.data ->> 'reason' is not null;
end
$$;
