-- It is known what left, and with whom.
create function project_log_exported(fact fact) returns void
language plpgsql as $$
begin
  insert into exports
  select r.* from jsonb_populate_record(
    null::exports, fact.data || created(fact, 'export_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
end
$$;
