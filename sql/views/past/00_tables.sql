-- Each table as it stood at a position, under its own name: the same text on top of these reads the past. Beside it,
-- as `<table>_versions`, all that it had held by then.
do $$
declare
  base name := regexp_replace(current_schema(), '_past$', '');
  name name;
  columns text;
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = base::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
  loop
    execute format(
      'create view %I as select * from %I.%I where from_position <= (select as_of())', name || '_versions', base, name
    );
  end loop;
  for name in
    select c.relname from pg_class c
    where c.relnamespace = base::regnamespace and c.relkind = 'r' and c.relname <> 'versioned'
      and c.relname not in (select l.name from lasting() l)
  loop
    execute format(
      'create view %I as select * from %I.%I where from_position <= (select as_of()) and to_position > (select as_of())',
      name, base, name
    );
  end loop;
  for name, columns in
    select c.relname, string_agg(
      case when a.attname = any ('{org_id,id,created_position}' || l.columns) then 'n.' else 't.' end
        || quote_ident(a.attname),
      ', ' order by a.attnum
    )
    from lasting() l
    join pg_class c on c.relnamespace = base::regnamespace and c.relname = l.name
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    group by c.relname
  loop
    -- Versions follow one another: the one that held is the first that ended later.
    execute format(
      'create view %1$I as select %3$s
       from %2$I.%1$I n
       cross join lateral (
         select * from %2$I.%1$I v
         where v.org_id = n.org_id and v.id = n.id and v.to_position > (select as_of())
         order by v.to_position limit 1
       ) t
       where n.to_position = 9223372036854775807 and n.created_position <= (select as_of())',
      name, base, columns
    );
  end loop;
end $$;
