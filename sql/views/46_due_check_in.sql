-- Reports that are due on a day, the longest overdue first.
create function due_check_in(day date) returns table (
  org_id uuid, key_result_id uuid, contribution_id uuid, person_id uuid, objective_id uuid, visibility text,
  cycle_id uuid, owner_team_id uuid, last_reported_on date, due_on date, days_overdue int, overdue boolean, place bigint
)
language sql stable
begin atomic
  select o.* from owed_check_in(due_check_in.day) o where o.due_on <= due_check_in.day;
end;
