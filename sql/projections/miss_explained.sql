-- The reason takes the place of an earlier one.
create function project_miss_explained(fact fact) returns void
language plpgsql as $$
begin
  perform finish('misses', fact, (fact.data ->> 'key_result_id')::uuid);
  insert into misses
  select r.* from jsonb_populate_record(
    null::misses,
    fact.data || created(fact, 'key_result_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
  perform revise('key_results', fact, (fact.data ->> 'key_result_id')::uuid);
end
$$;
