-- Active key results whose reports are not borne out.
create function finding_reports(org_id uuid) returns setof found
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
    );
end;
