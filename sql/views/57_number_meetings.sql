-- The meetings of some cycles, and whether each was skipped; one that is still planned is left out. As far as somebody sees
-- them; what two people have together in a mentorship is theirs, and not counted.
create function number_meetings(org_id uuid, viewer uuid, teams uuid[], cycles uuid[]) returns setof numbered
language sql stable
begin atomic
  select
    m.id, m.created_position, m.team_id, null::uuid,
    case when m.state <> 'PLANNED' then (m.state = 'SKIPPED')::int::numeric end,
    case when m.state = 'PLANNED' then 'It is still planned.' end
  from meeting m
  left join objectives o on o.org_id = m.org_id and o.id = m.objective_id
  where m.org_id = number_meetings.org_id and m.mentorship_id is null
    and sees(m.org_id, number_meetings.viewer, m.objective_id, m.visibility)
    and (
      m.of_cycle_id = any (number_meetings.cycles)
      or m.of_cycle_id is null and exists (
        select from cycles c
        where c.org_id = m.org_id and c.id = any (number_meetings.cycles)
          and coalesce(m.held_on, m.planned_on) between c.starts_on and c.ends_on
      )
    )
    and (
      number_meetings.teams is null
      or m.team_id = any (number_meetings.teams)
      or o.owner_team_id = any (number_meetings.teams)
    );
end;
