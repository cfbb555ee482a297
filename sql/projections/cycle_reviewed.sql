-- The cycle is in review.
create function project_cycle_reviewed(fact fact) returns void
language plpgsql as $$
begin
  perform revise('cycles', fact, (fact.data ->> 'cycle_id')::uuid, '{"state": "REVIEW"}');
end
$$;
