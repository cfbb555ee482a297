-- The pulse takes no more answers, and shows what was added up.
create function project_pulse_closed(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'pulses', fact, (fact.data ->> 'pulse_id')::uuid,
    fact.data || jsonb_build_object('state', 'CLOSED', 'closed_at', fact.recorded_at)
  );
end
$$;
