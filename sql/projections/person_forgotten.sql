-- It is known that a person was forgotten, and why.
create function project_person_forgotten(fact fact) returns void
language plpgsql as $$
begin
  insert into redactions
  select r.* from jsonb_populate_record(
    null::redactions, fact.data || created(fact, 'redaction_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
  perform revise('people', fact, (fact.data ->> 'person_id')::uuid);
end
$$;
