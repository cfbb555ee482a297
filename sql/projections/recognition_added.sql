-- Somebody says what was achieved.
create function project_recognition_added(fact fact) returns void
language plpgsql as $$
begin
  insert into recognitions
  select r.* from jsonb_populate_record(
    null::recognitions, fact.data || created(fact, 'recognition_id') || jsonb_build_object(
      'author_id', fact.actor_id, 'withdrawn', false
    )
  ) r;
end
$$;
