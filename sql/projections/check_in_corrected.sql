-- The correction stands in the place of what it corrects, its day included.
create function project_check_in_corrected(fact fact) returns void
language plpgsql as $$
declare
  corrected check_ins;
  key_result key_results;
  next check_ins;
begin
  select c.* into strict corrected from check_ins c
  where c.org_id = fact.org_id and c.id = (fact.data ->> 'corrects_id')::uuid and c.to_position = open_end();
  select k.* into strict key_result from key_results k
  where k.org_id = fact.org_id and k.id = corrected.key_result_id and k.to_position = open_end();
  next := jsonb_populate_record(
    corrected,
    fact.data || created(fact, 'check_in_id') || jsonb_build_object(
      'author_id', fact.actor_id, 'corrected_because', fact.data -> 'reason',
      'value', reported(key_result, fact.data)
    )
  );
  if next.contribution_id is null then
    next.rest := case
      when corrected.rest is null then rest_of_report(key_result, next.value)
      else corrected.rest + direction(key_result.kind) * (next.value - corrected.value)
    end;
  end if;
  insert into check_ins select next.*;
  perform revise('check_ins', fact, corrected.id, jsonb_build_object('corrected_by_id', next.id));
  perform settle_reports(fact, key_result, next.contribution_id);
end
$$;
