-- The key result no longer counts in its objective.
create function project_key_result_withdrawn(fact fact) returns void
language plpgsql as $$
declare
  key_result uuid := (fact.data ->> 'key_result_id')::uuid;
begin
  perform revise('key_results', fact, key_result, jsonb_build_object(
    'state', 'WITHDRAWN', 'withdrawn_because', fact.data -> 'reason',
    'withdrawn_as', coalesce(fact.data ->> 'kind', 'GIVEN_UP')
  ));
  perform roll_up(fact, array[key_result], '{}');
end
$$;
