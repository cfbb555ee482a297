-- What the entry waited for happened, or did not.
create function project_mentoring_entry_settled(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'mentoring_entries', fact, (fact.data ->> 'mentoring_entry_id')::uuid,
    fact.data - 'mentoring_entry_id' || jsonb_build_object('settled_at', fact.recorded_at)
  );
end
$$;
