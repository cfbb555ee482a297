-- The pulse is there, and takes answers.
create function project_pulse_opened(fact fact) returns void
language sql as $$
  insert into pulses
  select r.* from jsonb_populate_record(
    null::pulses,
    fact.data || created(fact, 'pulse_id')
    || jsonb_build_object('author_id', fact.actor_id, 'state', 'OPEN', 'tallies', '[]'::jsonb, 'remarks', '[]'::jsonb)
  ) r
$$;
