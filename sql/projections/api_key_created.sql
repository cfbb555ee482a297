-- The program has a key.
create function project_api_key_created(fact fact) returns void
language plpgsql as $$
begin
  insert into api_keys
  select r.* from jsonb_populate_record(
    null::api_keys,
    '{"revoked": false}' || fact.data || created(fact, 'api_key_id')
      || jsonb_build_object('created_at', fact.recorded_at)
  ) r;
  perform revise('people', fact, (fact.data ->> 'person_id')::uuid);
end
$$;
