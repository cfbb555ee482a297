-- The experiment is there with what it holds against each other.
create function project_experiment_added(fact fact) returns void
language plpgsql as $$
begin
  insert into experiments
  select r.* from jsonb_populate_record(
    null::experiments, fact.data || created(fact, 'experiment_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
  insert into variants
  select r.*
  from jsonb_array_elements(fact.data -> 'variants') with ordinality as said (variant, ordinal),
    jsonb_populate_record(
      null::variants, created(fact, 'experiment_id') || said.variant || jsonb_build_object(
        'experiment_id', fact.data -> 'experiment_id', 'place', fact.position * 1000 + said.ordinal
      )
    ) r;
end
$$;
