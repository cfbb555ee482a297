-- The entry is there, in the place of those that it closes. What is not for everybody is for its author and whom it is for, or for both of the pair.
create function project_mentoring_entry_added(fact fact) returns void
language plpgsql as $$
declare
  entry mentoring_entries;
begin
  select r.* into strict entry from jsonb_populate_record(
    null::mentoring_entries,
    '{"as_example": false, "consents": []}' || fact.data || created(fact, 'mentoring_entry_id')
    || jsonb_build_object('author_id', fact.actor_id)
  ) r;
  insert into mentoring_entries select entry.*;
  perform revise('mentoring_entries', fact, c.id, jsonb_build_object(
    'outcome', 'REPLACED', 'closed_by_id', entry.id, 'settled_at', fact.recorded_at
  ))
  from jsonb_array_elements_text(fact.data -> 'closed_entry_ids') n (id)
  join mentoring_entries c on c.org_id = fact.org_id and c.id = n.id::uuid and c.to_position = open_end();
  if entry.shown_to = 'AUTHOR' then
    perform encircle(fact, 'mentoring_entry_id', array[entry.author_id]);
  elsif entry.shown_to = 'TWO' and entry.of_person_id <> entry.author_id then
    perform encircle(fact, 'mentoring_entry_id', array[entry.author_id, entry.of_person_id]);
  elsif entry.shown_to = 'TWO' then
    perform encircle(fact, 'mentoring_entry_id', c.people) from circles c
    where c.org_id = fact.org_id and c.id = entry.mentorship_id and c.to_position = open_end();
  end if;
end
$$;
