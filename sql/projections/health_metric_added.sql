-- The KPI balances something.
create function project_health_metric_added(fact fact) returns void
language plpgsql as $$
begin
  insert into health_metrics
  select r.* from jsonb_populate_record(null::health_metrics, fact.data || created(fact, 'health_metric_id')) r;
end
$$;
