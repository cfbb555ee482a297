-- How healthy KPIs are on a day: by the last that was measured until then.
create function kpi_health(day date) returns table (
  org_id uuid, id uuid, state text, value numeric, kpi_value_id uuid, occurred_on date, since date, "on" date
)
language sql stable
begin atomic
  select
    k.org_id, k.id, v.state, v.value, v.id, v.occurred_on,
    (
      select max(c.occurred_on) from kpi_change c
      where c.org_id = k.org_id and c.kpi_id = k.id and c.occurred_on <= kpi_health.day
    ),
    kpi_health.day
  from kpi k
  left join lateral (
    select l.* from kpi_value l
    where l.org_id = k.org_id and l.kpi_id = k.id and l.corrected_by_id is null and l.occurred_on <= kpi_health.day
    order by l.occurred_on desc, l.place desc
    limit 1
  ) v on true;
end;
