-- Objectives are made known.
create function project_announcement_published(fact fact) returns void
language plpgsql as $$
begin
  insert into announcements
  select r.* from jsonb_populate_record(
    null::announcements, fact.data || created(fact, 'announcement_id') || jsonb_build_object(
      'author_id', fact.actor_id, 'withdrawn', false
    )
  ) r;
end
$$;
