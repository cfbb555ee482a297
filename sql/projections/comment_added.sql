-- Somebody says something.
create function project_comment_added(fact fact) returns void
language plpgsql as $$
begin
  insert into comments
  select r.* from jsonb_populate_record(
    null::comments, fact.data || created(fact, 'comment_id') || jsonb_build_object(
      'author_id', fact.actor_id, 'withdrawn', false
    )
  ) r;
end
$$;
