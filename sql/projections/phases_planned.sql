-- The phases of the cycle are those that the fact states; one that was planned before keeps its id.
create function project_phases_planned(fact fact) returns void
language plpgsql as $$
declare
  cycle uuid := (fact.data ->> 'cycle_id')::uuid;
begin
  perform finish('phases', fact, p.id)
  from phases p
  where p.org_id = fact.org_id and p.cycle_id = cycle and p.to_position = open_end();
  insert into phases
  select r.*
  from jsonb_array_elements(fact.data -> 'phases') planned (phase), jsonb_populate_record(
    null::phases,
    created(fact, 'cycle_id') || jsonb_build_object('cycle_id', cycle) || planned.phase
  ) r;
  perform revise('cycles', fact, cycle);
end
$$;
