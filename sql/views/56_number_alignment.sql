-- The objectives below the company that were begun, and whether each supports something that was not withdrawn.
create function number_alignment(org_id uuid, viewer uuid, teams uuid[], cycles uuid[]) returns setof numbered
language sql stable
begin atomic
  select
    o.id, o.created_position, o.owner_team_id, null::uuid, exists (
      select from seen_alignment(number_alignment.org_id, number_alignment.viewer) a
      left join key_results k on k.org_id = o.org_id and k.id = a.to_key_result_id
      where a.objective_id = o.id and a.supported_state <> 'WITHDRAWN' and k.state is distinct from 'WITHDRAWN'
    )::int::numeric, null
  from begun_objective(
    number_alignment.org_id, number_alignment.viewer, number_alignment.teams, number_alignment.cycles
  ) o
  left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id
  where t.kind is distinct from 'COMPANY';
end;
