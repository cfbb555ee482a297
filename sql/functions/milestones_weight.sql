-- The weight of all milestones of a key result.
create function milestones_weight(org_id uuid, key_result_id uuid) returns numeric
language sql stable as $$
  select sum(m.weight)
  from milestones m
  where m.org_id = milestones_weight.org_id
    and m.key_result_id = milestones_weight.key_result_id
    and m.to_position = 9223372036854775807
$$;
