-- The weight of the milestones that are done; null until one was ever reported.
create function milestones_done(org_id uuid, key_result_id uuid) returns numeric
language sql stable as $$
  select sum(case when m.done then m.weight else 0 end)
  from milestones m
  where m.org_id = milestones_done.org_id
    and m.key_result_id = milestones_done.key_result_id
    and m.to_position = 9223372036854775807
    and exists (
      select from check_ins c
      where c.org_id = m.org_id and c.key_result_id = m.key_result_id
        and c.to_position = 9223372036854775807
        and c.corrected_by_id is null and not c.retracted
        and c.milestones_done || c.milestones_undone <> '{}'
    )
$$;
