-- Key results that nothing is undertaken for, where the policy expects that; work for no active objective, told of the
-- topmost piece; initiatives that read like key results: a
-- share or a way from one number to another belongs to what is measured.
create function finding_initiatives(org_id uuid) returns setof found
language sql stable
begin atomic
  select k.org_id, k.id, k.created_position, o.id, o.cycle_id, o.owner_team_id, 'NO_INITIATIVE'
  from key_results k
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.state = 'ACTIVE'
  join policy p on p.org_id = o.org_id and p.id = o.cycle_id and p.initiatives_expected
  where k.org_id = finding_initiatives.org_id and k.state = 'ACTIVE'
    and not exists (
      select from work_items w
      where w.org_id = k.org_id and w.key_result_id = k.id and w.kind = 'INITIATIVE' and w.state <> 'DROPPED'
    )
  union all
  select w.org_id, w.id, w.created_position, w.objective_id, o.cycle_id, w.owner_team_id, 'ORPHANED_WORK'
  from work_items w
  left join objectives o on o.org_id = w.org_id and o.id = w.objective_id
  where w.org_id = finding_initiatives.org_id and w.state in ('PLANNED', 'UNDER_WAY') and w.within_id is null
    and o.state is distinct from 'ACTIVE'
  union all
  select w.org_id, w.id, w.created_position, w.objective_id, o.cycle_id, w.owner_team_id, 'LIKE_A_KEY_RESULT'
  from work_items w
  left join objectives o on o.org_id = w.org_id and o.id = w.objective_id
  where w.org_id = finding_initiatives.org_id and w.kind = 'INITIATIVE' and w.state <> 'DROPPED'
    and w.title ~* '\d\s*(%|percent|prozent)|\m(from|von)\M\D*\d.*\m(to|auf)\M\D*\d';
end;
