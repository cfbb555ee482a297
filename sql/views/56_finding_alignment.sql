-- What is missing in how objectives support each other, as far as somebody sees it.
create function finding_alignment(org_id uuid, viewer uuid) returns setof found
language sql stable
begin atomic
  with objective as not materialized (
    select o.*, coalesce(t.kind, 'INDIVIDUAL') as level
    from objectives o
    left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id
    where o.org_id = finding_alignment.org_id and o.state = 'ACTIVE'
  )
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'UNALIGNED'
  from objective o
  where o.level <> 'COMPANY'
    and not exists (
      select from seen_alignment(finding_alignment.org_id, finding_alignment.viewer) a where a.objective_id = o.id
    )
  union all
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'LACKS_' || l.level || '_PARENT'
  from objective o
  cross join (values ('COMPANY'), ('DEPARTMENT')) l (level)
  where o.level in ('TEAM', 'INDIVIDUAL')
    and not exists (
      select from seen_alignment(finding_alignment.org_id, finding_alignment.viewer) a
      where a.objective_id = o.id and a.supported_level = l.level
    )
  union all
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'ORPHANED'
  from objective o
  where o.level <> 'COMPANY'
    and not reaches_top(o.org_id, finding_alignment.viewer, o.id)
  union all
  select o.org_id, a.id, a.created_position, o.id, o.cycle_id, o.owner_team_id, 'NO_CONTRIBUTION_STATEMENT'
  from seen_alignment(finding_alignment.org_id, finding_alignment.viewer) a
  join objectives o on o.org_id = finding_alignment.org_id and o.id = a.objective_id and o.state = 'ACTIVE'
  where not a.stated;
end;
