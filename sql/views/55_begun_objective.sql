-- The objectives of some cycles that were begun and belong to some teams or to their members; all of them where no teams
-- are named. As far as somebody sees them.
create function begun_objective(org_id uuid, viewer uuid, teams uuid[], cycles uuid[]) returns setof objectives
language sql stable
begin atomic
  select o.*
  from objectives o
  where o.org_id = begun_objective.org_id and o.cycle_id = any (begun_objective.cycles)
    and o.state in ('ACTIVE', 'CLOSED')
    and sees(o.org_id, begun_objective.viewer, o.id, o.visibility)
    and (
      begun_objective.teams is null
      or o.owner_team_id = any (begun_objective.teams)
      or o.owner_person_id in (select p.id from people_within(begun_objective.org_id, begun_objective.teams) p)
    );
end;
