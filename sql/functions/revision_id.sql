-- What names the revision that a fact makes: something else than what names the fact.
create function revision_id(fact fact) returns uuid
language sql immutable as $$
  select md5('revision ' || fact.event_id)::uuid
$$;
