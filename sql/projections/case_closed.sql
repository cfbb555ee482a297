-- It has ended, and what came of it stays.
create function project_case_closed(fact fact) returns void
language plpgsql as $$
begin
  perform revise('cases', fact, (fact.data ->> 'case_id')::uuid, fact.data);
end
$$;
