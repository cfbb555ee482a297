-- Its author no longer stands by it; it stays to be read, and waits for nothing.
create function project_comment_withdrawn(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'comments', fact, (fact.data ->> 'comment_id')::uuid, '{"withdrawn": true, "open": false}'
  );
end
$$;
