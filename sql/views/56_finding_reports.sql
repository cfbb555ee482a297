-- Active key results whose reports are late, or not borne out.
create function finding_reports(org_id uuid, day date) returns setof found
language sql stable
begin atomic
  select k.org_id, k.id, k.created_position, k.objective_id, o.cycle_id, o.owner_team_id, 'NO_EVIDENCE'
  from key_results k
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.state = 'ACTIVE'
  join progress p on p.org_id = k.org_id and p.id = k.id and p.value > 0
  where k.org_id = finding_reports.org_id and k.state = 'ACTIVE'
    and not exists (
      select from evidence e
      where e.org_id = k.org_id and e.key_result_id = k.id
        and not exists (
          select from check_ins c
          where c.org_id = e.org_id and c.key_result_id = e.key_result_id and c.first_id = e.check_in_id and c.retracted
        )
    )
  union all
  select distinct on (w.key_result_id)
    w.org_id, w.key_result_id, k.created_position, w.objective_id, w.cycle_id, w.owner_team_id, 'CHECK_IN_OVERDUE'
  from owed_check_in(finding_reports.day) w
  join key_results k on k.org_id = w.org_id and k.id = w.key_result_id
  where w.org_id = finding_reports.org_id and w.days_overdue > 0;
end;
