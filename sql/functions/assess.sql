-- Puts a score in the place of the one it replaces.
create function assess(fact fact, noun uuid) returns void
language plpgsql as $$
declare
  kind text := fact.data ->> 'kind';
  place uuid := assessed(noun, kind, fact.actor_id);
begin
  perform finish('assessments', fact, place);
  insert into assessments
  select r.* from jsonb_populate_record(
    null::assessments,
    '{"participant_ids": [], "votes": []}' || fact.data || created(fact, 'noun') || jsonb_build_object(
      'id', place, 'noun_id', noun, 'value', fact.data -> 'score', 'author_id', fact.actor_id
    )
  ) r;
end $$;
