-- Which hands somebody has in what was made known today: those in the objective, in the team or in the organization, and
-- one more in what they made known.
create function announcement_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], whole text[]
)
language sql stable
begin atomic
  with leads (id) as materialized (
    select m.id from managed_teams(announcement_hands.org_id, viewer) m
  )
  select
    announcement_hands.org_id, k.id,
    coalesce(o.hands, '{}') || array_remove(array[
      case when a.objective_id is null and a.team_id in (select l.id from leads l) then 'MANAGER' end,
      case when a.author_id = p.id then 'SELF' end
    ], null),
    case when a.objective_id is null then coalesce(p.permissions, '{}') else '{}' end
  from unnest(keys) k (id)
  left join commanding p on p.org_id = announcement_hands.org_id and p.id = viewer
  left join announcements a on a.org_id = announcement_hands.org_id and a.id = k.id
  left join lateral objective_hands(announcement_hands.org_id, viewer, array[a.objective_id]) o
    on a.objective_id is not null;
end;
