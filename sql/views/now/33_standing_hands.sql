-- Which hands somebody has today in the organization, in cycles and in people; in themselves one more.
create function standing_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select standing_hands.org_id, k.id, coalesce(p.permissions, '{}') || array_remove(array[
    case when k.id = p.id then 'SELF' end,
    case when exists (
      select from team_members t where t.org_id = p.org_id and t.person_id = p.id and t.role = 'MANAGER'
    ) then 'MANAGES' end
  ], null)
  from unnest(keys) k (id)
  left join commanding p on p.org_id = standing_hands.org_id and p.id = viewer;
end;
