-- What every new row begins with; `id_field` names the fact's field that holds the row's id.
create function created(fact fact, id_field text) returns jsonb
language sql immutable as $$
  select jsonb_build_object(
    'org_id', fact.org_id,
    'id', fact.data -> id_field,
    'from_position', fact.position,
    'to_position', open_end(),
    'created_position', fact.position,
    'version', 1,
    'actor_id', fact.actor_id,
    'recorded_at', fact.recorded_at
  )
$$;
