-- The objectives that were begun and their key results, and whether the score of each, agreed or else computed, is at the
-- cut-off or above; what nobody has reported on is not.
create function number_completion(org_id uuid, viewer uuid, teams uuid[], cycles uuid[], of_key_results boolean)
returns setof numbered
language sql stable
begin atomic
  select
    n.id, n.created_position, n.owner_team_id, null::uuid,
    coalesce(coalesce(s.value, p.value) >= coalesce(a.completion_cut_off, 0.7), false)::int::numeric,
    case when s.value is null and p.value is null then 'Nobody has reported where it stands.' end
  from (
    select o.org_id, o.id, o.created_position, o.owner_team_id, o.cycle_id
    from begun_objective(
      number_completion.org_id, number_completion.viewer, number_completion.teams, number_completion.cycles
    ) o
    where not number_completion.of_key_results
    union all
    select k.org_id, k.id, k.created_position, o.owner_team_id, o.cycle_id
    from begun_objective(
      number_completion.org_id, number_completion.viewer, number_completion.teams, number_completion.cycles
    ) o
    join key_results k on k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN' and k.part_of_id is null
    where number_completion.of_key_results
  ) n
  left join policy a on a.org_id = n.org_id and a.id = n.cycle_id
  left join assessments s on s.org_id = n.org_id and s.noun_id = n.id and s.kind = 'AGREED'
  left join progress p on p.org_id = n.org_id and p.id = n.id;
end;
