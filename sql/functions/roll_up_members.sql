-- Brings up to date what is expected of each member of these teams, after somebody came or left. What has ended keeps
-- the people it had.
create function roll_up_members(fact fact, teams uuid[]) returns void
language sql as $$
  select roll_up(fact, array(
    select k.id
    from key_results k
    join objectives o on o.org_id = k.org_id and o.id = k.objective_id and o.to_position = open_end()
    where k.org_id = fact.org_id and k.per_person is not null and k.to_position = open_end()
      and o.owner_team_id = any(teams) and o.members is null
  ), '{}')
$$;
