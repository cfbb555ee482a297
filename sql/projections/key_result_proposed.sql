-- Somebody proposes a key result: what it would state is kept with the request, in whose place earlier ones go.
create function project_key_result_proposed(fact fact) returns void
language plpgsql as $$
declare
  merged uuid;
begin
  for merged in select (r.id #>> '{}')::uuid from jsonb_array_elements(fact.data -> 'merged_request_ids') r (id)
  loop
    perform revise('requests', fact, merged, jsonb_build_object(
      'state', 'MERGED', 'merged_into_id', fact.data -> 'request_id', 'answered_by_id', fact.actor_id,
      'answered_at', fact.recorded_at
    ));
  end loop;
  fact.data := fact.data || jsonb_build_object(
    'proposal', fact.data - '{text,request_id,objective_id,merged_request_ids}'::text[]
  );
  perform ask(fact, 'KEY_RESULT');
end
$$;
