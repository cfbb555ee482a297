-- Names and addresses that were stated change.
create function project_person_renamed(fact fact) returns void
language plpgsql as $$
begin
  perform revise('people', fact, (fact.data ->> 'person_id')::uuid, fact.data);
end
$$;
