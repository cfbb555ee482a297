-- The part is nobody's any more; what was reached goes on counting.
create function project_contributor_removed(fact fact) returns void
language plpgsql as $$
begin
  perform revise('contributions', fact, (fact.data ->> 'contribution_id')::uuid, '{"released": true}');
  perform revise('key_results', fact, (fact.data ->> 'key_result_id')::uuid);
end
$$;
