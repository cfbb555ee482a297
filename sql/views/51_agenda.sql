-- What teams have to talk about, as far as somebody sees it: the obstacles of one cycle or of all, and what was left.
create function agenda(org_id uuid, viewer uuid, cycle_id uuid) returns table (
  org_id uuid, team_id uuid, obstacle_ids uuid[], follow_up_ids uuid[]
)
language sql stable
begin atomic
  select
    t.org_id, t.id,
    array(
      select a.id from team_agenda a
      where a.org_id = t.org_id and a.owner_team_id = t.id
        and a.cycle_id = coalesce(agenda.cycle_id, a.cycle_id)
        and sees(a.org_id, agenda.viewer, a.objective_id, a.visibility)
      order by a.place limit 200
    ),
    array(
      select f.id from follow_up f
      where f.org_id = t.org_id and f.team_id = t.id and f.open
        and sees(f.org_id, agenda.viewer, f.objective_id, f.visibility)
      order by f.place limit 200
    )
  from teams t
  where t.org_id = agenda.org_id;
end;
