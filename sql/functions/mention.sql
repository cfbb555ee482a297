-- Notes what a fact is about: all that it names or means, and the objective, cycle and team that this belongs to.
-- What is measured is told to who follows what it balances. Reports and parts, of which most facts are, have no history of their own.
create function mention(fact fact) returns void
language plpgsql as $$
declare
  named uuid[];
  objectives_named uuid[];
  key_results_named uuid[];
  objective objectives;
begin
  select
    array_agg(s.id) filter (where s.name not in (
      'check_in_id', 'contribution_id', 'corrects_id', 'kpi_value_id', 'earlier_kpi_value_id'
    )),
    array_agg(s.id) filter (where s.name like any ('{%objective\\_id,%objective\\_ids}')),
    array_agg(s.id) filter (where s.name like any ('{%key\\_result\\_id,%key\\_result\\_ids}'))
  into named, objectives_named, key_results_named
  from (
    select * from said_ids(fact.data)
    union all
    select m.* from meant_ids(fact.org_id, fact.data) m
    where fact.data ?| '{comment_id,request_id,follow_up_id,obstacle_id,alignment_id,link_id,case_id,meeting_id,step_id}'
  ) s;
  if fact.type in ('KpiEdited', 'KpiValueRecorded', 'KpiValueCorrected') then
    named := named || array(
      select coalesce(h.objective_id, h.team_id) from health_metrics h
      where h.org_id = fact.org_id and h.kpi_id = (fact.data ->> 'kpi_id')::uuid and h.to_position = 9223372036854775807
    );
  end if;
  if key_results_named is not null then
    objectives_named := objectives_named || array(
      select k.objective_id from key_results k
      where k.org_id = fact.org_id and k.id = any (key_results_named) and k.to_position = 9223372036854775807
    );
  end if;
  for objective in
    select o.* from objectives o
    where o.org_id = fact.org_id and o.id = any (objectives_named) and o.to_position = 9223372036854775807
  loop
    insert into mentions (org_id, id, from_position, created_position, visibility)
    values (fact.org_id, objective.id, fact.position, fact.position, objective.visibility)
    on conflict do nothing;
    named := named || array[objective.cycle_id, objective.owner_team_id];
  end loop;
  insert into mentions (org_id, id, from_position, created_position, visibility)
  select c.org_id, c.id, fact.position, fact.position, 'PRIVATE' from circles c
  where c.org_id = fact.org_id and c.id = any (named) and c.to_position = 9223372036854775807
  on conflict do nothing;
  insert into mentions (org_id, id, from_position, created_position)
  select fact.org_id, n.id, fact.position, fact.position from unnest(named) n (id) where n.id is not null
  on conflict do nothing;
end $$;
