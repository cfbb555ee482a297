-- It was not held, and why stays.
create function project_meeting_skipped(fact fact) returns void
language plpgsql as $$
begin
  perform revise('meetings', fact, (fact.data ->> 'meeting_id')::uuid, jsonb_build_object(
    'state', 'SKIPPED', 'skipped_because', fact.data -> 'reason'
  ));
end
$$;
