-- What is done about it was accepted: until the KPI was healthy again it blocks nothing.
create function project_health_action_accepted(fact fact) returns void
language plpgsql as $$
begin
  perform revise('health_metrics', fact, (fact.data ->> 'health_metric_id')::uuid, jsonb_build_object(
    'action', fact.data -> 'action', 'accepted_by_id', fact.actor_id, 'accepted_position', fact.position
  ));
end
$$;
