-- How key results that are drafted or worked on are measured: those that no numbers lead from anywhere to anywhere.
create function finding_measures(org_id uuid) returns setof found
language sql stable
begin atomic
  select k.org_id, k.id, k.created_position, o.id, o.cycle_id, o.owner_team_id, 'NO_FROM_TO'
  from key_results k
  join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.state in ('DRAFT', 'ACTIVE')
  where k.org_id = finding_measures.org_id and k.state = 'ACTIVE'
    and (k.kind = 'DONE' or k.kind in ('INCREASE', 'DECREASE') and (k.baseline is null or k.target is null));
end;
