-- What a logged event says, ready to be folded.
create function the_fact(event log.event, private jsonb) returns fact
language sql immutable as $$
  select row(
    event.org_id, event.position, event.stream_id, event.event_id, event.type, event.recorded_at, event.actor_id,
    revealed(event.body::jsonb, private)
  )::fact
$$;
