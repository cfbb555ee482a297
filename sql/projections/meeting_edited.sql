-- It is planned otherwise.
create function project_meeting_edited(fact fact) returns void
language plpgsql as $$
begin
  perform revise('meetings', fact, (fact.data ->> 'meeting_id')::uuid, fact.data -> 'changes');
end
$$;
