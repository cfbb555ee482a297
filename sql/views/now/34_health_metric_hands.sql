-- Which hands somebody has today in what is to stay healthy: in the team, or for all in the organization; `for_it` are
-- those in the objective that it balances.
create function health_metric_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[], for_it text[]
)
language sql stable
begin atomic
  select
    health_metric_hands.org_id, n.id,
    case when h.objective_id is null then t.hands else '{}' end,
    case when h.objective_id is null then '{}' else o.hands end
  from unnest(keys) n (id)
  left join health_metrics h on h.org_id = health_metric_hands.org_id and h.id = n.id
  join lateral team_hands(health_metric_hands.org_id, viewer, array[h.team_id]) t on true
  join lateral objective_hands(health_metric_hands.org_id, viewer, array[h.objective_id]) o on true;
end;
