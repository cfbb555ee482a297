-- Each table as it stood at a position, under its own name: the same text on top of these reads the past.
do $$
declare
  base name := regexp_replace(current_schema(), '_past$', '');
  name text;
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = base::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
  loop
    execute format(
      'create view %I as select * from %I.%I where from_position <= as_of() and to_position > as_of()',
      name, base, name
    );
  end loop;
end $$;
