-- The hypothesis is there.
create function project_hypothesis_added(fact fact) returns void
language plpgsql as $$
begin
  insert into hypotheses
  select r.* from jsonb_populate_record(
    null::hypotheses, fact.data || created(fact, 'hypothesis_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
end
$$;
