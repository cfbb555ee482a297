-- One of the two lets everybody read their story no more.
create function project_consent_withdrawn(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'mentoring_entries', fact, e.id, jsonb_build_object('consents', array_remove(e.consents, fact.actor_id))
  )
  from mentoring_entries e
  where e.org_id = fact.org_id and e.id = (fact.data ->> 'mentoring_entry_id')::uuid and e.to_position = open_end();
end
$$;
