-- The person is there, and may do nothing.
create function project_person_deactivated(fact fact) returns void
language plpgsql as $$
begin
  perform revise('people', fact, (fact.data ->> 'person_id')::uuid, '{"active": false}');
end
$$;
