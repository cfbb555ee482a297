-- The report no longer counts; the one before it does.
create function project_check_in_retracted(fact fact) returns void
language plpgsql as $$
declare
  key_result key_results;
  retracted check_ins;
begin
  select c.* into strict retracted from check_ins c
  where c.org_id = fact.org_id and c.id = (fact.data ->> 'check_in_id')::uuid and c.to_position = open_end();
  select k.* into strict key_result from key_results k
  where k.org_id = fact.org_id and k.id = retracted.key_result_id and k.to_position = open_end();
  perform revise('check_ins', fact, retracted.id, jsonb_build_object(
    'retracted', true, 'retracted_because', fact.data -> 'reason'
  ));
  perform settle_reports(fact, key_result, retracted.contribution_id);
end
$$;
