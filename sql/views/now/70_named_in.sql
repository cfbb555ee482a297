-- The ids that stand in a command at a path, each once.
create function named_in(said jsonb, way jsonpath) returns setof uuid
language sql immutable
begin atomic
  select distinct (v.value #>> '{}')::uuid
  from jsonb_path_query(said, way, '{}', true) v (value)
  where v.value <> 'null'::jsonb;
end;
