-- A cycle is on the calendar.
create function project_cycle_opened(fact fact) returns void
language plpgsql as $$
begin
  insert into cycles
  select r.* from jsonb_populate_record(
    null::cycles, '{"cadence": "OTHER"}' || fact.data || created(fact, 'cycle_id') || '{"state": "PLANNING", "objectives": 0}'
  ) r;
end
$$;
