-- Objectives that are drafted or worked on and serve no mission, vision or theme, once the organization has stated one.
create function finding_aspiration(org_id uuid) returns setof found
language sql stable
begin atomic
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'NO_ASPIRATION'
  from objectives o
  where o.org_id = finding_aspiration.org_id and o.state in ('DRAFT', 'ACTIVE')
    and exists (select from aspirations d where d.org_id = o.org_id)
    and not exists (
      select from links l where l.org_id = o.org_id and l.objective_id = o.id and l.kind = 'SERVES'
    );
end;
