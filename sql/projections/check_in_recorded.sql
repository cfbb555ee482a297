-- The report is there; all that rests on it moves.
create function project_check_in_recorded(fact fact) returns void
language plpgsql as $$
declare
  key_result key_results;
  contribution uuid := (fact.data ->> 'contribution_id')::uuid;
  said numeric;
  rest numeric;
begin
  select k.* into strict key_result from key_results k
  where k.org_id = fact.org_id and k.id = (fact.data ->> 'key_result_id')::uuid and k.to_position = open_end();
  said := reported(key_result, fact.data);
  if contribution is null then
    rest := rest_of_report(key_result, said);
  end if;
  insert into check_ins
  select r.* from jsonb_populate_record(
    null::check_ins,
    '{"acknowledges_health": false}' || fact.data || created(fact, 'check_in_id') || jsonb_build_object(
      'author_id', fact.actor_id, 'person_id', fact.actor_id, 'place', fact.position, 'first_id', fact.data -> 'check_in_id',
      'value', said, 'rest', rest, 'retracted', false
    )
  ) r;
  insert into obstacles
  select r.*
  from jsonb_array_elements(fact.data -> 'obstacles') with ordinality as said (obstacle, ordinal),
    jsonb_populate_record(
      null::obstacles,
      '{"kind": "OBSTACLE"}' || fact.data || created(fact, 'check_in_id') || said.obstacle
      || jsonb_build_object('ordinal', said.ordinal, 'open', true)
    ) r;
  insert into evidence
  select r.*
  from jsonb_array_elements(coalesce(fact.data -> 'evidence', '[]')) with ordinality as said (evidence, ordinal),
    jsonb_populate_record(
      null::evidence,
      (fact.data - 'occurred_on') || created(fact, 'check_in_id') || said.evidence
      || jsonb_build_object('ordinal', said.ordinal)
    ) r;
  perform settle_reports(fact, key_result, contribution);
end
$$;
