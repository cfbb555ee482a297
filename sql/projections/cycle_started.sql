-- Work begins; metrics as they stand now are the original ones.
create function project_cycle_started(fact fact) returns void
language plpgsql as $$
declare
  cycle uuid := (fact.data ->> 'cycle_id')::uuid;
begin
  perform revise('cycles', fact, cycle, jsonb_build_object('state', 'ACTIVE', 'started_at', fact.recorded_at));
  perform revise('key_results', fact, k.id, jsonb_build_object('original', metric_of(k)))
  from key_results k
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.to_position = open_end()
  where k.org_id = fact.org_id and o.cycle_id = cycle and k.to_position = open_end();
end
$$;
