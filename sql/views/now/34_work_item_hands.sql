-- Which hands somebody has in pieces of work today: in the team whose they are, and one more in what they do themselves;
-- `for_it` are those in the objective, `on_it` those in the key result that they are for.
create function work_item_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], for_it text[], on_it text[]
)
language sql stable
begin atomic
  select
    work_item_hands.org_id, n.id,
    t.hands || case when w.owner_person_id = p.id then array['SELF'] else '{}' end,
    case when w.objective_id is null then '{}' else o.hands end,
    case when w.key_result_id is null then '{}' else r.hands end
  from unnest(keys) n (id)
  left join commanding p on p.org_id = work_item_hands.org_id and p.id = viewer
  left join work_items w on w.org_id = work_item_hands.org_id and w.id = n.id
  join lateral team_hands(work_item_hands.org_id, viewer, array[w.owner_team_id]) t on true
  join lateral objective_hands(work_item_hands.org_id, viewer, array[w.objective_id]) o on true
  join lateral key_result_hands(work_item_hands.org_id, viewer, array[w.key_result_id]) r on true;
end;
