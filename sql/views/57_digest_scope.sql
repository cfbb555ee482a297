-- The objectives that a digest tells of: of a person those that they own, answer for, have a part in or follow; of a team
-- those that it or one below it owns or follows; of a cycle all. They are ACTIVE or CLOSED, and seen by who reads.
create function digest_scope(org_id uuid, viewer uuid, unit_id uuid) returns table (id uuid, created_position bigint)
language sql stable
begin atomic
  select o.id, o.created_position
  from objectives o
  where o.org_id = digest_scope.org_id and o.state in ('ACTIVE', 'CLOSED')
    and sees(o.org_id, digest_scope.viewer, o.id, o.visibility)
    and (
      digest_scope.unit_id in (o.cycle_id, o.owner_person_id, o.accountable_person_id)
      or o.owner_team_id in (
        select w.id from teams t cross join lateral teams_within(t.org_id, t.id) w
        where t.org_id = digest_scope.org_id and t.id = digest_scope.unit_id
      )
      or exists (
        select from participants p
        where p.org_id = o.org_id and p.objective_id = o.id and digest_scope.unit_id in (p.person_id, p.team_id)
      )
      or exists (
        select from key_results k
        left join contributions c on c.org_id = k.org_id and c.key_result_id = k.id and not c.released
        where k.org_id = o.org_id and k.objective_id = o.id and k.state <> 'WITHDRAWN'
          and digest_scope.unit_id in (k.owner_person_id, c.person_id)
      )
    );
end;
