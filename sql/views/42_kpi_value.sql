-- What was measured of a KPI, with how healthy that is by the bounds as they stand.
create view kpi_value as
select v.*, kpi_state_of(k, v.value) as state
from kpi_values v
join kpi k on k.org_id = v.org_id and k.id = v.kpi_id;
