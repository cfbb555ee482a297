-- The person's token is on the list of those worth nothing.
create function project_token_revoked(fact fact) returns void
language plpgsql as $$
declare
  person uuid := (fact.data ->> 'person_id')::uuid;
begin
  perform revoke(fact, person, (fact.data ->> 'token_id')::uuid);
  perform revise('people', fact, person);
end
$$;
