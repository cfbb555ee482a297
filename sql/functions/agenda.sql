-- What is in the way of a team: open obstacles of the key results it works on, in a cycle or in all.
create function agenda(org_id uuid, team_id uuid, cycle_id uuid) returns uuid[]
language sql stable as $$
  select coalesce(array_agg(b.id order by b.created_position, b.ordinal), '{}')
  from objectives o
  join key_results k
    on k.org_id = o.org_id and k.objective_id = o.id and k.to_position = 9223372036854775807
    and k.state <> 'WITHDRAWN'
  join obstacles b
    on b.org_id = k.org_id and b.key_result_id = k.id and b.open and b.to_position = 9223372036854775807
  where o.org_id = agenda.org_id and o.owner_team_id = agenda.team_id and o.state = 'ACTIVE'
    and o.to_position = 9223372036854775807 and o.cycle_id = coalesce(agenda.cycle_id, o.cycle_id)
$$;
