-- Whether the cycle of an objective has started.
create function running(org_id uuid, objective_id uuid) returns boolean
language sql stable as $$
  select c.state <> 'PLANNING'
  from objectives o
  join cycles c on c.org_id = o.org_id and c.id = o.cycle_id and c.to_position = 9223372036854775807
  where o.org_id = running.org_id and o.id = running.objective_id and o.to_position = 9223372036854775807
$$;
