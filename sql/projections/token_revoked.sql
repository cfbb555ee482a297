-- The person's token is on the list of those worth nothing; a second time changes nothing.
create function project_token_revoked(fact fact) returns void
language plpgsql as $$
declare
  person uuid := (fact.data ->> 'person_id')::uuid;
begin
  insert into revoked_tokens
  select r.* from jsonb_populate_record(
    null::revoked_tokens,
    fact.data || created(fact, 'token_id')
      || jsonb_build_object('id', revocation(person, (fact.data ->> 'token_id')::uuid))
  ) r
  where not exists (
    select from revoked_tokens t
    where t.org_id = r.org_id and t.id = r.id and t.to_position = open_end()
  );
  perform revise('people', fact, person);
end
$$;
