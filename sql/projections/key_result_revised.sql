-- What was stated of the key result changes; a new baseline does not move where it stands.
create function project_key_result_revised(fact fact) returns void
language plpgsql as $$
declare
  earlier key_results;
  later key_results;
  stood numeric;
begin
  select k.* into strict earlier from key_results k
  where k.org_id = fact.org_id and k.id = (fact.data ->> 'key_result_id')::uuid and k.to_position = open_end();
  stood := current_value(earlier);
  insert into key_result_revisions
  select r.* from jsonb_populate_record(
    null::key_result_revisions,
    fact.data || created(fact, 'key_result_id') || jsonb_build_object(
      'id', revision_id(fact),
      'running', running(earlier.org_id, earlier.objective_id),
      'before', metric_shown(earlier),
      'after', '{}'
    )
  ) r;
  perform revise(
    'key_results', fact, earlier.id,
    (fact.data - '{changes,metric,milestones,reason}'::text[])
    || (fact.data -> 'changes') || coalesce(metric_kept(fact.data -> 'metric'), '{}')
  );
  if fact.data ? 'milestones' then
    perform set_milestones(fact, earlier.id);
  end if;
  select k.* into strict later from key_results k
  where k.org_id = fact.org_id and k.id = earlier.id and k.to_position = open_end();
  if later.reading <> earlier.reading then
    perform settle_part(fact, later, c.id)
    from contributions c
    where c.org_id = fact.org_id and c.key_result_id = earlier.id and c.to_position = open_end();
  end if;
  if fact.data ? 'metric' then
    later.shift := shifted(earlier, later, stood);
    update key_results k set shift = later.shift
    where k.org_id = fact.org_id and k.id = later.id and k.to_position = open_end();
  end if;
  update key_result_revisions r set after = metric_shown(later)
  where r.org_id = fact.org_id and r.id = revision_id(fact);
  perform roll_up(fact, array[earlier.id], '{}');
end
$$;
