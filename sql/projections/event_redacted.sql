-- It is known that words are gone, and why; the words themselves were never folded where this is folded again.
create function project_event_redacted(fact fact) returns void
language plpgsql as $$
begin
  insert into redactions
  select r.* from jsonb_populate_record(
    null::redactions, fact.data || created(fact, 'redaction_id') || jsonb_build_object('author_id', fact.actor_id)
  ) r;
end
$$;
