-- The objectives of some cycles that were begun and belong to a team, to one below it or to one of their members; all of
-- them where no team is named. As far as somebody sees them.
create function begun_objective(org_id uuid, viewer uuid, team_id uuid, cycles uuid[]) returns setof objectives
language sql stable
begin atomic
  select o.*
  from objectives o
  where o.org_id = begun_objective.org_id and o.cycle_id = any (begun_objective.cycles)
    and o.state in ('ACTIVE', 'CLOSED')
    and sees(o.org_id, begun_objective.viewer, o.id, o.visibility)
    and (
      begun_objective.team_id is null
      or o.owner_team_id in (select w.id from teams_within(begun_objective.org_id, begun_objective.team_id) w)
      or o.owner_person_id in (select p.id from people_within(begun_objective.org_id, begun_objective.team_id) p)
    );
end;
