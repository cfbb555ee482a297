-- Somebody offers help.
create function project_help_offered(fact fact) returns void
language plpgsql as $$
begin
  insert into offers
  select r.* from jsonb_populate_record(
    null::offers, fact.data || created(fact, 'offer_id') || jsonb_build_object('person_id', fact.actor_id)
  ) r;
  perform revise('requests', fact, (fact.data ->> 'request_id')::uuid);
end
$$;
