-- Puts a score in the place of the one it replaces: of SELF everybody has one, of TEAM and AGREED there is one.
create function assess(fact fact, noun uuid) returns void
language plpgsql as $$
declare
  kind text := fact.data ->> 'kind';
  place uuid := md5(noun || kind || case kind when 'SELF' then fact.actor_id::text else '' end)::uuid;
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
