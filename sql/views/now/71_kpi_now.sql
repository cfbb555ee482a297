-- What a command about KPIs rests on: the KPI, and what was measured of it; nothing for other commands.
create function kpi_now(org_id uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| '{kpi_id,kpi_value_id}' then jsonb_build_object(
  'kpi', (
    select to_jsonb(k) from kpis k
    where k.org_id = kpi_now.org_id and k.id = coalesce(
      (said ->> 'kpi_id')::uuid,
      (
        select v.kpi_id from kpi_values v
        where v.org_id = kpi_now.org_id and v.id = (said ->> 'kpi_value_id')::uuid
      )
    )
  ),
  'kpi_value', (
    select to_jsonb(v) || jsonb_build_object('corrected', v.corrected_by_id is not null)
    from kpi_values v
    where v.org_id = kpi_now.org_id and v.id = (said ->> 'kpi_value_id')::uuid
  )
) else '{}' end;
