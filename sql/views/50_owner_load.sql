-- How many active objectives each owner has in a cycle, as far as somebody sees them, of how many at most.
create function owner_load(org_id uuid, viewer uuid) returns table (
  org_id uuid, cycle_id uuid, owner_team_id uuid, owner_person_id uuid, active int, most int, created_position bigint
)
language sql stable
begin atomic
  select
    o.org_id, o.cycle_id, o.owner_team_id, o.owner_person_id, count(*)::int,
    coalesce(t.max_active_objectives, g.max_active_objectives, 5), min(o.created_position)
  from objectives o
  left join policy g on g.org_id = o.org_id and g.id = o.cycle_id
  left join teams t on t.org_id = o.org_id and t.id = o.owner_team_id
  where o.org_id = owner_load.org_id and o.state = 'ACTIVE'
    and sees(o.org_id, owner_load.viewer, o.id, o.visibility)
  group by
    o.org_id, o.cycle_id, o.owner_team_id, o.owner_person_id, t.max_active_objectives, g.max_active_objectives;
end;
