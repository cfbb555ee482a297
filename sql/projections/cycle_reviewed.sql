-- The cycle is in review.
create function project_cycle_reviewed(fact fact) returns void
language plpgsql as $$
begin
  perform revise('cycles', fact, (fact.data ->> 'cycle_id')::uuid, jsonb_build_object(
    'state', 'REVIEW', 'reviewed_at', fact.recorded_at
  ));
end
$$;
