-- The part has another target.
create function project_contribution_changed(fact fact) returns void
language plpgsql as $$
begin
  perform revise('contributions', fact, (fact.data ->> 'contribution_id')::uuid, fact.data);
  perform revise('key_results', fact, (fact.data ->> 'key_result_id')::uuid);
end
$$;
