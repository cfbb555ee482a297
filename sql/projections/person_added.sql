-- A person is there, who may read and contribute.
create function project_person_added(fact fact) returns void
language plpgsql as $$
begin
  insert into people
  select r.* from jsonb_populate_record(
    null::people,
    '{"active": true, "permissions": ["READ", "CONTRIBUTE"], "is_program": false}' || fact.data || created(fact, 'person_id')
  ) r;
end
$$;
