-- The id of a revoked token, made of it and its person: stating somebody else's token as one's own ends nothing.
create function revocation(person_id uuid, token_id uuid) returns uuid
language sql immutable as $$
  select md5(person_id::text || token_id::text)::uuid
$$;
