-- The person has a part of the key result.
create function project_contributor_assigned(fact fact) returns void
language plpgsql as $$
begin
  insert into contributions
  select r.* from jsonb_populate_record(
    null::contributions, fact.data || created(fact, 'contribution_id') || '{"released": false}'
  ) r;
  perform revise('key_results', fact, (fact.data ->> 'key_result_id')::uuid);
end
$$;
