-- The person is no longer in the team.
create function project_team_member_removed(fact fact) returns void
language plpgsql as $$
begin
  perform finish('team_members', fact, membership(fact));
  perform revise('teams', fact, (fact.data ->> 'team_id')::uuid);
  perform roll_up_members(fact, array[(fact.data ->> 'team_id')::uuid]);
end
$$;
