-- What was stated of the key result changes; a new baseline does not move where it stands.
create function project_key_result_revised(fact fact) returns void
language plpgsql as $$
declare
  key_result key_results;
  before metric;
  stood numeric;
begin
  select k.* into strict key_result from key_results k
  where k.org_id = fact.org_id and k.id = (fact.data ->> 'key_result_id')::uuid and k.to_position = open_end();
  before := metric_of(key_result);
  stood := current_value(key_result);
  perform revise(
    'key_results', fact, key_result.id,
    (fact.data - '{changes,metric,milestones,reason}'::text[])
    || (fact.data -> 'changes') || coalesce(fact.data -> 'metric', '{}')
    || shifted(key_result, fact.data -> 'metric', stood)
  );
  if fact.data ? 'milestones' then
    perform set_milestones(fact, key_result.id);
  end if;
  insert into key_result_revisions
  select r.* from jsonb_populate_record(
    null::key_result_revisions,
    fact.data || created(fact, 'key_result_id') || jsonb_build_object(
      'id', fact.event_id,
      'before', to_jsonb(before) || jsonb_build_object('unit', key_result.unit),
      'after', coalesce(fact.data -> 'metric', to_jsonb(before) || jsonb_build_object('unit', key_result.unit))
    )
  ) r;
  perform roll_up(fact, array[key_result.id], '{}');
end
$$;
