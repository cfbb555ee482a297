-- The KPI is there.
create function project_kpi_added(fact fact) returns void
language plpgsql as $$
begin
  insert into kpis
  select r.* from jsonb_populate_record(null::kpis, fact.data || created(fact, 'kpi_id')) r;
end
$$;
