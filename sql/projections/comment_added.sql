-- Somebody says something; all but a remark waits for an outcome.
create function project_comment_added(fact fact) returns void
language plpgsql as $$
begin
  insert into comments
  select r.* from jsonb_populate_record(
    null::comments, '{"kind": "REMARK"}' || fact.data || created(fact, 'comment_id') || jsonb_build_object(
      'author_id', fact.actor_id, 'withdrawn', false, 'open', coalesce(fact.data ->> 'kind', 'REMARK') <> 'REMARK'
    )
  ) r;
end
$$;
