-- What was stated of the objective changes; with a reason it is a revision, kept with what was stated before.
create function project_objective_edited(fact fact) returns void
language plpgsql as $$
declare
  objective uuid := (fact.data ->> 'objective_id')::uuid;
  earlier objectives;
begin
  select o.* into strict earlier from objectives o
  where o.org_id = fact.org_id and o.id = objective and o.to_position = open_end();
  perform revise('objectives', fact, objective, (fact.data - 'changes') || (fact.data -> 'changes'));
  insert into objective_revisions
  select r.* from objectives o, jsonb_populate_record(
    null::objective_revisions,
    fact.data || created(fact, 'objective_id') || jsonb_build_object(
      'id', revision_id(fact),
      'running', running(o.org_id, o.id),
      'before', to_jsonb(earlier),
      'after', to_jsonb(o)
    )
  ) r
  where fact.data ->> 'reason' is not null
    and o.org_id = fact.org_id and o.id = objective and o.to_position = open_end();
  perform roll_up(fact, array(
    select k.id from key_results k
    where k.org_id = fact.org_id and k.objective_id = objective
      and (k.per is not null or k.per_person is not null) and k.to_position = open_end()
  ), '{}');
end
$$;
