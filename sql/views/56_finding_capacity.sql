-- Teams for which more work is planned in a cycle than they can take on, as far as somebody sees it.
create function finding_capacity(org_id uuid, viewer uuid) returns setof found
language sql stable
begin atomic
  select l.org_id, l.id, l.created_position, null::uuid, l.cycle_id, l.team_id, 'OVER_COMMITTED'
  from team_load(finding_capacity.org_id, finding_capacity.viewer) l
  join cycles c on c.org_id = l.org_id and c.id = l.cycle_id and c.state <> 'CLOSED'
  where l.over;
end;
