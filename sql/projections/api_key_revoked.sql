-- The key is worth nothing.
create function project_api_key_revoked(fact fact) returns void
language plpgsql as $$
declare
  person uuid := (fact.data ->> 'person_id')::uuid;
  api_key uuid := (fact.data ->> 'api_key_id')::uuid;
begin
  perform revise('api_keys', fact, api_key, '{"revoked": true}');
  perform revoke(fact, person, api_key);
  perform revise('people', fact, person);
end
$$;
