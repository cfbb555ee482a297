-- A team is there.
create function project_team_added(fact fact) returns void
language plpgsql as $$
begin
  insert into teams
  select r.* from jsonb_populate_record(
    null::teams, '{"creating": "MEMBER", "contributing": "MEMBER"}' || fact.data || created(fact, 'team_id')
  ) r;
end
$$;
