-- The mentorship is there, for its two people alone.
create function project_mentorship_started(fact fact) returns void
language plpgsql as $$
begin
  insert into mentorships
  select r.* from jsonb_populate_record(
    null::mentorships, '{"state": "ACTIVE"}' || fact.data || created(fact, 'mentorship_id')
  ) r;
  perform encircle(
    fact, 'mentorship_id', array[(fact.data ->> 'mentor_id')::uuid, (fact.data ->> 'mentee_id')::uuid]
  );
end
$$;
