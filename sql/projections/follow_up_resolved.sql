-- It is no longer to be come back to, and what came of it stays.
create function project_follow_up_resolved(fact fact) returns void
language plpgsql as $$
begin
  perform revise('follow_ups', fact, (fact.data ->> 'follow_up_id')::uuid, jsonb_build_object(
    'open', false, 'outcome', fact.data -> 'outcome'
  ));
end
$$;
