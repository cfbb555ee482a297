-- Which hands somebody has in recognition today: one in what they recognized.
create function recognition_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select
    recognition_hands.org_id, k.id, case when a.author_id = p.id then array['SELF'] else '{}' end
  from unnest(keys) k (id)
  left join commanding p on p.org_id = recognition_hands.org_id and p.id = viewer
  left join recognitions a on a.org_id = recognition_hands.org_id and a.id = k.id;
end;
