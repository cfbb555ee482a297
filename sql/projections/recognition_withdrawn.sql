-- Its author no longer stands by it; it stays to be read.
create function project_recognition_withdrawn(fact fact) returns void
language plpgsql as $$
begin
  perform revise('recognitions', fact, (fact.data ->> 'recognition_id')::uuid, '{"withdrawn": true}');
end
$$;
