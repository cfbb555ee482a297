-- The team can take on so much in the cycle; what was said of that before stands no more.
create function project_capacity_recorded(fact fact) returns void
language plpgsql as $$
begin
  insert into capacities
  select r.* from jsonb_populate_record(
    null::capacities,
    fact.data || created(fact, 'capacity_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r
  on conflict do nothing;
  if not found then
    perform revise(
      'capacities', fact, (fact.data ->> 'capacity_id')::uuid,
      fact.data || jsonb_build_object('author_id', fact.actor_id, 'recorded_at', fact.recorded_at)
    );
  end if;
end
$$;
