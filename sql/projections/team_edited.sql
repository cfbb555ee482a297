-- What was stated of the team changes.
create function project_team_edited(fact fact) returns void
language plpgsql as $$
begin
  perform revise('teams', fact, (fact.data ->> 'team_id')::uuid, (fact.data - 'changes') || (fact.data -> 'changes'));
end
$$;
