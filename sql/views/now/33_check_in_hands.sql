-- Which hands somebody has in reports today: those in the key result, and one more in what they reported.
create function check_in_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select
    check_in_hands.org_id, k.id,
    h.hands || case when c.author_id = p.id then array['SELF'] else '{}' end
  from unnest(keys) k (id)
  left join commanding p on p.org_id = check_in_hands.org_id and p.id = viewer
  left join check_ins c on c.org_id = check_in_hands.org_id and c.id = k.id
  join lateral key_result_hands(check_in_hands.org_id, viewer, array[c.key_result_id]) h on true;
end;
