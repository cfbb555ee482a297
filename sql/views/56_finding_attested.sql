-- Key results without which the objective would be reached too, and objectives whose key results do not suffice; where
-- that is agreed on, what has not been tested, or has to be again because it changed, and what nobody has said of an
-- objective.
create function finding_attested(org_id uuid) returns setof found
language sql stable
begin atomic
  with drafted as (
    select o.*, p.key_results_tested <> 'NONE' as tested, p.control_attested <> 'NONE' as controlled,
      p.attestations_expected as expected
    from objectives o
    join policy p on p.org_id = o.org_id and p.id = o.cycle_id
    where o.org_id = finding_attested.org_id and o.state in ('DRAFT', 'ACTIVE')
  ),
  subject as (
    select
      k.org_id, k.id, k.created_position, o.id as objective_id, k.id as key_result_id, o.cycle_id, o.owner_team_id,
      o.tested, 'NECESSARY' as asked
    from key_results k
    join drafted o on o.org_id = k.org_id and o.id = k.objective_id
    where k.state = 'ACTIVE' and k.part_of_id is null
    union all
    select o.org_id, o.id, o.created_position, o.id, null, o.cycle_id, o.owner_team_id, o.tested, 'SUFFICIENT'
    from drafted o
    where o.key_results > 0
  )
  select
    s.org_id, s.id, s.created_position, s.objective_id, s.cycle_id, s.owner_team_id,
    case
      when not l.stale and not l.holds then case when s.key_result_id is null then 'NOT_SUFFICIENT' else 'MAY_BE_PRUNED' end
      when l.stale then 'TEST_IS_STALE'
      else 'UNTESTED'
    end
  from subject s
  left join lateral (
    select a.holds, a.stale
    from attestation a
    where a.org_id = s.org_id and a.objective_id = s.objective_id and a.stands and a.kind = s.asked
      and a.key_result_id is not distinct from s.key_result_id
      and shown_to(a.org_id, a.objective_id, a.visibility, a.created_position) = a.visibility
    order by a.stale, a.created_position desc
    limit 1
  ) l on true
  where not l.stale and not l.holds or s.tested and coalesce(l.stale, true)
  union all
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'NOT_ATTESTED'
  from drafted o
  join objective_tests t on t.org_id = o.org_id and t.id = o.id
  where o.expected and num_nulls(t.ambitious, t.achievable, t.actionable, t.meaningful) > 0
  union all
  select o.org_id, o.id, o.created_position, o.id, o.cycle_id, o.owner_team_id, 'NOT_WITHIN_CONTROL'
  from drafted o
  join objective_tests t on t.org_id = o.org_id and t.id = o.id
  where o.controlled and o.owner_person_id is not null and t.within_control is not true;
end;
