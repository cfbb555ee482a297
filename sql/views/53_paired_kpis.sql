-- The KPIs that key results of two cycles follow, as far as somebody sees these: where each stood at the end of the one
-- and of the other.
create function paired_kpis(org_id uuid, viewer uuid, cycle_id uuid, other_id uuid) returns jsonb
language sql stable
return (
  select coalesce(jsonb_agg(r.told order by r.place, r.id), '[]')
  from (
    select k.created_position as place, k.id, jsonb_build_object(
      'id', k.id, 'value', h.value, 'other_value', t.value, 'value_change', h.value - t.value
    ) as told
    from kpi k
    join cycles c on c.org_id = k.org_id and c.id = paired_kpis.cycle_id
    join cycles o on o.org_id = k.org_id and o.id = paired_kpis.other_id
    left join lateral kpi_health(c.ends_on) h on h.org_id = k.org_id and h.id = k.id
    left join lateral kpi_health(o.ends_on) t on t.org_id = k.org_id and t.id = k.id
    where k.org_id = paired_kpis.org_id and exists (
      select from key_results f
      join objectives b on b.org_id = f.org_id and b.id = f.objective_id
      where f.org_id = k.org_id and f.kpi_id = k.id and b.cycle_id in (paired_kpis.cycle_id, paired_kpis.other_id)
        and sees(b.org_id, viewer, b.id, b.visibility)
    )
    order by 1, 2
    limit 1000
  ) r
);
