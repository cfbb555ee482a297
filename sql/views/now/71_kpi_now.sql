-- What a command about KPIs rests on: the KPI with the last that was measured of it and what it balances, and one of
-- these; nothing for other commands.
create function kpi_now(org_id uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| '{kpi_id,kpi_value_id,health_metric_id}' then jsonb_build_object(
  'kpi', (
    select to_jsonb(k) || jsonb_build_object(
      'value', l.value,
      'state', kpi_state_of(k, l.value),
      'health_metrics', array(
        select to_jsonb(h) from health_metric h where h.org_id = k.org_id and h.kpi_id = k.id
      )
    )
    from kpi k
    left join lateral (
      select v.value from kpi_values v
      where v.org_id = k.org_id and v.kpi_id = k.id and v.corrected_by_id is null
      order by v.occurred_on desc, v.place desc
      limit 1
    ) l on true
    where k.org_id = kpi_now.org_id and k.id = coalesce(
      (said ->> 'kpi_id')::uuid,
      (
        select v.kpi_id from kpi_values v
        where v.org_id = kpi_now.org_id and v.id = (said ->> 'kpi_value_id')::uuid
      ),
      (
        select h.kpi_id from health_metrics h
        where h.org_id = kpi_now.org_id and h.id = (said ->> 'health_metric_id')::uuid
      )
    )
  ),
  'kpi_value', (
    select to_jsonb(v) || jsonb_build_object('corrected', v.corrected_by_id is not null)
    from kpi_values v
    where v.org_id = kpi_now.org_id and v.id = (said ->> 'kpi_value_id')::uuid
  ),
  'health_metric', (
    select to_jsonb(h) from health_metric h
    where h.org_id = kpi_now.org_id and h.id = (said ->> 'health_metric_id')::uuid
  )
) else '{}' end;
