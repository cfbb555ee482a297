-- What the two agreed on changes.
create function project_mentorship_edited(fact fact) returns void
language plpgsql as $$
begin
  perform revise('mentorships', fact, (fact.data ->> 'mentorship_id')::uuid, fact.data -> 'changes');
end
$$;
