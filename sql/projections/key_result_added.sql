-- A key result is there, under the next key of its objective.
create function project_key_result_added(fact fact) returns void
language plpgsql as $$
declare
  objective objectives;
  started boolean;
  key_result uuid := (fact.data ->> 'key_result_id')::uuid;
  metric jsonb := metric_kept(fact.data -> 'metric');
begin
  select o.* into strict objective from objectives o
  where o.org_id = fact.org_id and o.id = (fact.data ->> 'objective_id')::uuid and o.to_position = open_end();
  select c.state <> 'PLANNING' into started from cycles c
  where c.org_id = fact.org_id and c.id = objective.cycle_id and c.to_position = open_end();
  insert into key_results
  select r.* from jsonb_populate_record(
    null::key_results,
    fact.data || metric || created(fact, 'key_result_id') || jsonb_build_object(
      'key', objective.key || '-KR' || objective.key_results + 1,
      'state', 'ACTIVE',
      'original', case when started then metric end
    )
  ) r;
  perform set_milestones(fact, key_result);
  perform revise('objectives', fact, objective.id, jsonb_build_object('key_results', objective.key_results + 1));
  perform roll_up(fact, array[key_result], '{}');
end
$$;
