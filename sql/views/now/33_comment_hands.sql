-- Which hands somebody has in comments today: those in what it is about, and one more in what they said. Those in the
-- whole organization they have in `whole`, where it is about what was made known to all of it.
create function comment_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], whole text[]
)
language sql stable
begin atomic
  select
    comment_hands.org_id, k.id,
    coalesce(h.hands, a.hands, '{}') || case when c.author_id = p.id then array['SELF'] else '{}' end,
    coalesce(a.whole, '{}')
  from unnest(keys) k (id)
  left join commanding p on p.org_id = comment_hands.org_id and p.id = viewer
  left join comments c on c.org_id = comment_hands.org_id and c.id = k.id
  left join lateral objective_hands(comment_hands.org_id, viewer, array[c.objective_id]) h on c.objective_id is not null
  left join lateral announcement_hands(comment_hands.org_id, viewer, array[c.announcement_id]) a
    on c.announcement_id is not null and c.objective_id is null;
end;
