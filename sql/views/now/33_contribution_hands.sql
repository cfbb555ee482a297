-- Which hands somebody has in parts of key results today: those in the key result, and one more in their own.
create function contribution_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select
    contribution_hands.org_id, k.id,
    h.hands || case when c.person_id = p.id then array['SELF'] else '{}' end
  from unnest(keys) k (id)
  left join commanding p on p.org_id = contribution_hands.org_id and p.id = viewer
  left join contributions c on c.org_id = contribution_hands.org_id and c.id = k.id and not c.released
  join lateral key_result_hands(contribution_hands.org_id, viewer, array[c.key_result_id]) h on true;
end;
