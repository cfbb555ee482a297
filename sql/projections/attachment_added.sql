-- What stands outside belongs to it.
create function project_attachment_added(fact fact) returns void
language plpgsql as $$
begin
  insert into attachments
  select r.* from jsonb_populate_record(
    null::attachments,
    fact.data || created(fact, 'attachment_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
end
$$;
