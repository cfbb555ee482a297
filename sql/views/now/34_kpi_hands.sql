-- Which hands somebody has in KPIs today: those in the team that owns it, and one more in what they look after.
create function kpi_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select
    kpi_hands.org_id, n.id,
    t.hands || case when k.owner_person_id = p.id then array['OWNER'] else '{}' end
  from unnest(keys) n (id)
  left join commanding p on p.org_id = kpi_hands.org_id and p.id = viewer
  left join kpis k on k.org_id = kpi_hands.org_id and k.id = n.id
  join lateral team_hands(kpi_hands.org_id, viewer, array[k.owner_team_id]) t on true;
end;
