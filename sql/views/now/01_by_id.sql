-- Each table by id, as `one_of_<table>`, and as `<table>_by_id` for outer joins: in the past the planner has to be told
-- what the unique indexes tell it in the present, that there is one row at most, and leaves out what nobody asks for.
do $$
declare
  name name;
  function name;
begin
  for name, function in
    select c.relname, unnest(array['one_of_' || c.relname, c.relname || '_by_id'])
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'v'
      and c.relname not like '%\_versions' and c.relname <> 'mentions'
  loop
    execute format(
      'create function %1$I(org_id uuid, id uuid) returns setof %2$I language sql stable
       begin atomic select * from %2$I t where t.org_id = $1 and t.id = $2; end',
      function, name
    );
  end loop;
end $$;
