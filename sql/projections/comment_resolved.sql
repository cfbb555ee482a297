-- What was said waits for nothing more, and what came of it stays.
create function project_comment_resolved(fact fact) returns void
language plpgsql as $$
begin
  perform revise('comments', fact, (fact.data ->> 'comment_id')::uuid, jsonb_build_object(
    'open', false, 'outcome', fact.data -> 'outcome', 'resolved_by_id', fact.actor_id
  ));
end
$$;
