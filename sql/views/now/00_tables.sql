-- Each table as it stands now, under its own name: what is written on top of these reads the present. Beside it, as
-- `<table>_versions`, all that it ever held.
do $$
declare
  base name := regexp_replace(current_schema(), '_now$', '');
  name text;
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = base::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
  loop
    execute format(
      'create view %I as select * from %I.%I where to_position = 9223372036854775807', name, base, name
    );
    execute format('create view %I as select * from %I.%I', name || '_versions', base, name);
  end loop;
end $$;
