-- What holds now is looked up by id alone in each table. The planner takes the last made of indexes that seem to cost
-- the same, as all do while tables are small, and while it takes an organization for a small one.
do $$
declare
  name name;
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not in ('versioned', 'mentions')
  loop
    execute format('create unique index on %I (org_id, id) where to_position = 9223372036854775807', name);
  end loop;
end $$;
