-- It is said what came of the experiment, and of each variant that is named.
create function project_experiment_result_recorded(fact fact) returns void
language plpgsql as $$
begin
  perform revise('experiments', fact, (fact.data ->> 'experiment_id')::uuid, jsonb_build_object(
    'result', fact.data -> 'result', 'winner_id', fact.data -> 'winner_id'
  ));
  perform revise('variants', fact, (said.variant ->> 'variant_id')::uuid, said.variant - 'variant_id')
  from jsonb_array_elements(fact.data -> 'results') said (variant);
end
$$;
