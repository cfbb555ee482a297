-- The item waits for its cycle.
create function project_item_parked(fact fact) returns void
language plpgsql as $$
begin
  insert into follow_ups
  select r.* from jsonb_populate_record(
    null::follow_ups,
    fact.data || created(fact, 'follow_up_id') || to_jsonb(subject(fact.org_id, fact.data))
    || jsonb_build_object(
      'author_id', fact.actor_id, 'noted_on', (fact.recorded_at at time zone 'UTC')::date, 'open', true,
      'place', fact.position * 1000
    )
  ) r;
end
$$;
