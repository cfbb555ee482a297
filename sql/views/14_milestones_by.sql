-- The weight of the milestones that were done by the reports up to a place on a day; null until one was reported, be it
-- one that has been dropped since.
create function milestones_by(org_id uuid, key_result_id uuid, through_day date, through_place bigint) returns numeric
language sql stable
begin atomic
  with told as (
    select c.occurred_on, c.place, c.milestones_done as done, c.milestones_done || c.milestones_undone as named
    from check_ins c
    where c.org_id = milestones_by.org_id and c.key_result_id = milestones_by.key_result_id
      and c.corrected_by_id is null and not c.retracted and c.milestones_done || c.milestones_undone <> '{}'
      and (c.occurred_on, c.place) <= (milestones_by.through_day, milestones_by.through_place)
  )
  select sum(case when (
    select m.id = any (t.done) from told t where m.id = any (t.named) order by t.occurred_on desc, t.place desc limit 1
  ) then m.weight else 0 end)
  from milestones m
  where m.org_id = milestones_by.org_id and m.key_result_id = milestones_by.key_result_id
    and exists (select from told);
end;
