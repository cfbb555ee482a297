-- What was stated of it changes.
create function project_case_edited(fact fact) returns void
language plpgsql as $$
begin
  perform revise(
    'cases', fact, (fact.data ->> 'case_id')::uuid, fact.data - 'changes' || (fact.data -> 'changes')
  );
end
$$;
