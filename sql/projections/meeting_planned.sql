-- The meeting is to be held.
create function project_meeting_planned(fact fact) returns void
language plpgsql as $$
begin
  insert into meetings
  select r.* from jsonb_populate_record(
    null::meetings, fact.data || created(fact, 'meeting_id') || to_jsonb(subject(fact.org_id, fact.data))
    || jsonb_build_object('author_id', fact.actor_id, 'state', 'PLANNED')
  ) r;
end
$$;
