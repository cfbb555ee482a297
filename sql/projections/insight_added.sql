-- Something was learned.
create function project_insight_added(fact fact) returns void
language plpgsql as $$
begin
  insert into insights
  select r.* from jsonb_populate_record(
    null::insights, fact.data || created(fact, 'insight_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
end
$$;
