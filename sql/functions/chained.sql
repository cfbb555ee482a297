-- The chain hash of an event; docs/audit.md writes these bytes down for verifiers in other languages.
create function chained(previous_chain bytea, event log.event) returns bytea
language sql immutable as $$
  select sha256(
    previous_chain
    || uuid_send(event.org_id)
    || int4send(event.epoch)
    || int8send(event.position)
    || uuid_send(event.stream_id)
    || int4send(event.version)
    || uuid_send(event.event_id)
    || uuid_send(event.command_id)
    || int4send(event.schema_version)
    || int8send((extract(epoch from event.recorded_at) * 1000000)::bigint)
    || uuid_send(event.actor_id)
    || event.body_digest
    || convert_to(event.type, 'UTF8')
  )
$$;
