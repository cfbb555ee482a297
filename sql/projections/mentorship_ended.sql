-- The mentorship is over; nobody comes in, and nobody is left out.
create function project_mentorship_ended(fact fact) returns void
language plpgsql as $$
begin
  perform revise('mentorships', fact, (fact.data ->> 'mentorship_id')::uuid, jsonb_build_object(
    'state', 'ENDED',
    'ended_on', fact.data -> 'ended_on',
    'ended_as', fact.data -> 'category',
    'ended_because', fact.data -> 'reason'
  ));
end
$$;
