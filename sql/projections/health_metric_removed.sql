-- The KPI balances that no more.
create function project_health_metric_removed(fact fact) returns void
language plpgsql as $$
begin
  perform finish('health_metrics', fact, (fact.data ->> 'health_metric_id')::uuid);
end
$$;
