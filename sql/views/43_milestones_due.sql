-- The weight of a key result's milestones that are due by a day, and of all of them; null where none has a day.
create function milestones_due(org_id uuid, key_result_id uuid, due_on date, on_day date)
returns table (due numeric, weight numeric)
language sql stable
begin atomic
  select
    case when count(m.due_on) > 0
      then coalesce(sum(m.weight) filter (where coalesce(m.due_on, milestones_due.due_on) <= on_day), 0)
    end,
    sum(m.weight)
  from milestones m
  where m.org_id = milestones_due.org_id and m.key_result_id = milestones_due.key_result_id;
end;
