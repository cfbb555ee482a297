-- The mentorship is there, for its two people alone; from one that it follows the goals come along.
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
  perform revise('objectives', fact, o.id, jsonb_build_object('mentorship_id', fact.data -> 'mentorship_id'))
  from objectives o
  where o.org_id = fact.org_id and o.mentorship_id = (fact.data ->> 'follows_mentorship_id')::uuid
    and o.to_position = open_end();
end
$$;
