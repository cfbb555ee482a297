-- A request has come to an end: who ended it, when, and what they said.
create function answer_request(fact fact, state text, answer text) returns void
language plpgsql as $$
begin
  perform revise('requests', fact, (fact.data ->> 'request_id')::uuid, jsonb_build_object(
    'state', state, 'answer', answer, 'answered_by_id', fact.actor_id, 'answered_at', fact.recorded_at
  ));
end $$;
