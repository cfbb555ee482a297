-- Which hands somebody has in teams today.
create function team_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  with leads (id) as materialized (
    select m.id from managed_teams(team_hands.org_id, viewer) m
  )
  select team_hands.org_id, k.id, coalesce(p.permissions, '{}') || array_remove(array[
    case when k.id in (select l.id from leads l) then 'MANAGER' end,
    case when exists (
      select from team_members t where t.org_id = p.org_id and t.team_id = k.id and t.person_id = p.id
    ) then 'COLLABORATOR' end
  ], null)
  from unnest(keys) k (id)
  left join commanding p on p.org_id = team_hands.org_id and p.id = viewer;
end;
