-- The obstacle is out of the way, the help is given, or the proposal answered.
create function project_obstacle_answered(fact fact) returns void
language plpgsql as $$
begin
  perform revise('obstacles', fact, (fact.data ->> 'obstacle_id')::uuid, jsonb_build_object(
    'open', false, 'answer', fact.data -> 'answer', 'answered_by_id', fact.actor_id
  ));
  perform revise('key_results', fact, (fact.data ->> 'key_result_id')::uuid);
end
$$;
