-- The days from which on a KPI was as healthy as it was: of what was measured, what holds on its day and is healthy
-- otherwise than what came before.
create view kpi_change as
select c.org_id, c.id, c.kpi_id, c.occurred_on, c.state, c.value, c.place
from (
  select
    d.*, row_number() over w as place, d.state is distinct from lag(d.state) over w or lag(d.id) over w is null as changed
  from (
    select distinct on (v.org_id, v.kpi_id, v.occurred_on) v.org_id, v.kpi_id, v.occurred_on, v.id, v.value, v.state
    from kpi_value v
    where v.corrected_by_id is null
    order by v.org_id, v.kpi_id, v.occurred_on, v.place desc
  ) d
  window w as (partition by d.org_id, d.kpi_id order by d.occurred_on)
) c
where c.changed;
