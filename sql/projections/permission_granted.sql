-- The person has the permission.
create function project_permission_granted(fact fact) returns void
language plpgsql as $$
declare
  person people;
begin
  select p.* into strict person from people p
  where p.org_id = fact.org_id and p.id = (fact.data ->> 'person_id')::uuid and p.to_position = open_end();
  perform revise('people', fact, person.id, jsonb_build_object(
    'permissions', person.permissions || (fact.data ->> 'permission')
  ));
end
$$;
