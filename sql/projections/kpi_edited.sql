-- What was stated of the KPI changes.
create function project_kpi_edited(fact fact) returns void
language plpgsql as $$
begin
  perform revise('kpis', fact, (fact.data ->> 'kpi_id')::uuid, (fact.data - 'changes') || (fact.data -> 'changes'));
end
$$;
