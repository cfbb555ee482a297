-- The key result follows the KPI from the last on that was measured in its days, or none any more.
create function project_key_result_bound(fact fact) returns void
language plpgsql as $$
declare
  key_result key_results;
begin
  select k.* into strict key_result from key_results k
  where k.org_id = fact.org_id and k.id = (fact.data ->> 'key_result_id')::uuid and k.to_position = open_end();
  perform follow_kpi(fact, key_result, v)
  from kpi_values v
  where v.org_id = fact.org_id and v.kpi_id = (fact.data ->> 'kpi_id')::uuid and v.to_position = open_end()
    and v.corrected_by_id is null and follows_on(key_result, v.occurred_on)
  order by v.occurred_on desc, v.place desc
  limit 1;
  perform revise('key_results', fact, key_result.id, jsonb_build_object('kpi_id', fact.data -> 'kpi_id'));
  perform roll_up(fact, array[key_result.id], '{}');
end
$$;
