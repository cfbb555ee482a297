-- The token is on the list of those worth nothing; a second time changes nothing.
create function project_token_revoked(fact fact) returns void
language plpgsql as $$
begin
  insert into revoked_tokens
  select r.* from jsonb_populate_record(null::revoked_tokens, fact.data || created(fact, 'token_id')) r
  where not exists (
    select from revoked_tokens t
    where t.org_id = r.org_id and t.id = r.id and t.to_position = open_end()
  );
  perform revise('people', fact, (fact.data ->> 'person_id')::uuid);
end
$$;
