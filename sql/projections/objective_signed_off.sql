-- The latest word of a person stands; what they said before is kept.
create function project_objective_signed_off(fact fact) returns void
language plpgsql as $$
begin
  perform revise('sign_offs', fact, s.id, '{"stands": false}')
  from sign_offs s
  where s.org_id = fact.org_id and s.objective_id = (fact.data ->> 'objective_id')::uuid
    and s.person_id = fact.actor_id and s.stands and s.to_position = open_end();
  insert into sign_offs
  select r.* from jsonb_populate_record(
    null::sign_offs, fact.data || created(fact, 'sign_off_id') || jsonb_build_object(
      'person_id', fact.actor_id, 'stands', true
    )
  ) r;
  perform revise('objectives', fact, (fact.data ->> 'objective_id')::uuid);
end
$$;
