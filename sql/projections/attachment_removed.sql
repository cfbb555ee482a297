-- What stands outside belongs to it no more.
create function project_attachment_removed(fact fact) returns void
language plpgsql as $$
begin
  perform finish('attachments', fact, (fact.data ->> 'attachment_id')::uuid);
end
$$;
