-- It is known who asked for the scores of a person, and what for.
create function project_scores_exported(fact fact) returns void
language plpgsql as $$
begin
  insert into score_exports
  select r.* from jsonb_populate_record(
    null::score_exports,
    fact.data || created(fact, 'score_export_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
end
$$;
