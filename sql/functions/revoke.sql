-- What a person was let in by is worth nothing from here on; a second time changes nothing.
create function revoke(fact fact, person_id uuid, token_id uuid) returns void
language plpgsql as $$
begin
  insert into revoked_tokens
  select r.* from jsonb_populate_record(
    null::revoked_tokens,
    created(fact, 'token_id') || jsonb_build_object(
      'id', revocation(person_id, token_id), 'person_id', person_id, 'token_id', token_id
    )
  ) r
  where not exists (
    select from revoked_tokens t
    where t.org_id = r.org_id and t.id = r.id and t.to_position = open_end()
  );
end
$$;
