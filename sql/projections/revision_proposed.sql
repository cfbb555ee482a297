-- Somebody proposes a change of the key result: what it would state is kept with the request.
create function project_revision_proposed(fact fact) returns void
language plpgsql as $$
begin
  fact.data := fact.data || jsonb_build_object('proposal', (fact.data -> 'changes') || (
    fact.data - '{changes,text,request_id,objective_id,key_result_id,comment_id,obstacle_id}'::text[]
  ));
  perform ask(fact, 'REVISION');
end
$$;
