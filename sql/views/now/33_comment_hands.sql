-- Which hands somebody has in comments today: one in what they said.
create function comment_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select
    comment_hands.org_id, k.id, case when c.author_id = p.id then array['SELF'] else '{}' end
  from unnest(keys) k (id)
  left join commanding p on p.org_id = comment_hands.org_id and p.id = viewer
  left join comments c on c.org_id = comment_hands.org_id and c.id = k.id;
end;
