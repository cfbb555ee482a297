-- A health metric with the last that was measured of its KPI. It blocks what it balances while that is RED, unless it was
-- accepted what is done about it and the KPI has not been healthy since.
create view health_metric as
select
  h.*,
  coalesce(o.visibility, 'ORGANIZATION') as visibility,
  h.objective_id is null and h.team_id is null as everywhere,
  v.value,
  v.state,
  coalesce(v.state, '') = 'RED' and (h.accepted_position is null or exists (
    select from kpi_values g
    where g.org_id = h.org_id and g.kpi_id = h.kpi_id and g.corrected_by_id is null
      and g.created_position > h.accepted_position and kpi_state_of(k, g.value) = 'GREEN'
  )) as blocks
from health_metrics h
join kpi k on k.org_id = h.org_id and k.id = h.kpi_id
left join lateral objectives_by_id(h.org_id, h.objective_id) o on true
left join lateral (
  select l.value, kpi_state_of(k, l.value) as state
  from kpi_values l
  where l.org_id = h.org_id and l.kpi_id = h.kpi_id and l.corrected_by_id is null
  order by l.occurred_on desc, l.place desc
  limit 1
) v on true;
