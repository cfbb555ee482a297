-- The person is in the team, in one role: an earlier one ends.
create function project_team_member_added(fact fact) returns void
language plpgsql as $$
declare
  place uuid := membership(fact);
begin
  perform finish('team_members', fact, place);
  insert into team_members
  select r.* from jsonb_populate_record(
    null::team_members, fact.data || created(fact, 'team_id') || jsonb_build_object('id', place)
  ) r;
  perform revise('teams', fact, (fact.data ->> 'team_id')::uuid);
  perform roll_up_members(fact, array[(fact.data ->> 'team_id')::uuid]);
end
$$;
