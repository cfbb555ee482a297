-- Somebody asks for something: a request of a kind is there, open.
create function ask(fact fact, kind text) returns void
language plpgsql as $$
begin
  insert into requests
  select r.* from jsonb_populate_record(
    null::requests, fact.data || created(fact, 'request_id') || jsonb_build_object(
      'kind', kind, 'state', 'OPEN', 'asked_by_id', fact.actor_id
    )
  ) r;
end $$;
