-- The person is there, and may do nothing.
create function project_person_deactivated(fact fact) returns void
language plpgsql as $$
begin
  perform revise('people', fact, (fact.data ->> 'person_id')::uuid, '{"active": false}');
  perform roll_up_members(fact, array(
    select m.team_id from team_members m
    where m.org_id = fact.org_id and m.person_id = (fact.data ->> 'person_id')::uuid and m.to_position = open_end()
  ));
end
$$;
