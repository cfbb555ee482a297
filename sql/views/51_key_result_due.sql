-- Whether key results were due before a day and are still awaited, and how many of their periods were missed by then.
create function key_result_due(on_day date) returns table (
  org_id uuid, id uuid, objective_id uuid, visibility text, past_due boolean, missed_periods int
)
language sql stable
begin atomic
  select
    d.org_id, d.id, d.objective_id, d.visibility, d.awaited and d.deadline < on_day,
    case when k.per is not null then (
      select count(*)::int from key_result_period(on_day) p
      where p.org_id = d.org_id and p.key_result_id = d.id and p.state = 'MISSED'
    ) end
  from key_result_deadline d
  join key_results k on k.org_id = d.org_id and k.id = d.id;
end;
