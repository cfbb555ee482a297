-- The score stands until its author, or for TEAM and AGREED anybody, gives another.
create function project_key_result_scored(fact fact) returns void
language plpgsql as $$
begin
  perform assess(fact, (fact.data ->> 'key_result_id')::uuid);
  perform revise('key_results', fact, (fact.data ->> 'key_result_id')::uuid);
end
$$;
