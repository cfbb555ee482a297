-- It is to be written by another day.
create function project_mentoring_entry_deferred(fact fact) returns void
language plpgsql as $$
begin
  perform revise('mentoring_entries', fact, (fact.data ->> 'mentoring_entry_id')::uuid, jsonb_build_object(
    'due_on', fact.data -> 'due_on', 'deferred_because', fact.data -> 'reason'
  ));
end
$$;
