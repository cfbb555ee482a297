-- Which hands somebody has in what is attached today: `for_it` are those in the objective, `on_it` those in the key
-- result that it belongs to, `hands` those in what belongs to everybody.
create function attachment_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], for_it text[], on_it text[]
)
language sql stable
begin atomic
  select
    attachment_hands.org_id, n.id,
    case when a.objective_id is null then o.hands else '{}' end,
    case when a.objective_id is null then '{}' else o.hands end,
    case when a.key_result_id is null then '{}' else r.hands end
  from unnest(keys) n (id)
  left join attachments a on a.org_id = attachment_hands.org_id and a.id = n.id
  join lateral objective_hands(attachment_hands.org_id, viewer, array[a.objective_id]) o on true
  join lateral key_result_hands(attachment_hands.org_id, viewer, array[a.key_result_id]) r on true;
end;
