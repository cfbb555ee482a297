-- Which hands somebody has in hypotheses and their experiments today: in the team, and one more in what they stated.
create function hypothesis_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select
    hypothesis_hands.org_id, n.id,
    t.hands || case when h.author_id = p.id then array['SELF'] else '{}' end
  from unnest(keys) n (id)
  left join commanding p on p.org_id = hypothesis_hands.org_id and p.id = viewer
  left join experiments e on e.org_id = hypothesis_hands.org_id and e.id = n.id
  left join hypotheses h on h.org_id = hypothesis_hands.org_id and h.id = coalesce(e.hypothesis_id, n.id)
  join lateral team_hands(hypothesis_hands.org_id, viewer, array[h.owner_team_id]) t on true;
end;
