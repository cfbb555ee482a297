-- The person is found by the issuer and the subject.
create function project_identity_linked(fact fact) returns void
language plpgsql as $$
begin
  insert into identities
  select r.* from jsonb_populate_record(
    null::identities,
    fact.data || created(fact, 'identity_id') || jsonb_build_object('linked_at', fact.recorded_at)
  ) r;
  perform revise('people', fact, (fact.data ->> 'person_id')::uuid);
end
$$;
