-- Nobody is found by the identity any more, and it is worth nothing to whoever was let in by it.
create function project_identity_unlinked(fact fact) returns void
language plpgsql as $$
declare
  person uuid := (fact.data ->> 'person_id')::uuid;
  identity uuid := (fact.data ->> 'identity_id')::uuid;
begin
  perform finish('identities', fact, identity);
  perform revoke(fact, person, identity);
  perform revise('people', fact, person);
end
$$;
