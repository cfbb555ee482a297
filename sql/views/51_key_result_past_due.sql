-- Key results that are still awaited on a day after they were due.
create function key_result_past_due(on_day date) returns setof key_result
language sql stable
begin atomic
  select k.*
  from key_result k
  join key_result_deadline d on d.org_id = k.org_id and d.id = k.id
  where d.awaited and d.deadline < on_day;
end;
