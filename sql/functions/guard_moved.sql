-- Whether a fact came after `since` that changes what a decision rests on; a guard without kinds means any fact,
-- one without a stream those kinds wherever they are.
create function guard_moved(org_id uuid, since bigint, guards jsonb) returns boolean
language sql stable as $$
  select exists (
    select
    from log.event e
    join jsonb_to_recordset(guards) as guard (stream uuid, kinds text[])
      on (guard.stream is null or guard.stream = e.stream_id) and (guard.kinds = '{}' or e.type = any (guard.kinds))
    where e.org_id = guard_moved.org_id and e.position > guard_moved.since
  )
$$;
