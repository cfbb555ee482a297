-- Each table by id as it stood at a position: as `one_of_<table>`, and as `<table>_by_id` for outer joins, where of what
-- was not there yet all is null. What is aggregated is one row, so that the planner leaves out what nobody asks for, as it
-- does not with a limit; but it takes a tenth longer.
do $$
declare
  base name := regexp_replace(current_schema(), '_past$', '');
  name name;
  columns text;
begin
  for name, columns in
    select c.relname, string_agg(format('the_only(v.%I)', a.attname), ', ' order by a.attnum)
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'v'
      and c.relname not like '%\_versions' and c.relname <> 'mentions'
    group by c.relname
  loop
    execute format(
      'create function %1$I(org_id uuid, id uuid) returns setof %2$I language sql stable
       begin atomic
         select *
         from (
           select * from %3$I.%2$I v
           where v.org_id = $1 and v.id = $2 and v.to_position > (select as_of())
           order by v.to_position limit 1
         ) v
         where v.from_position <= (select as_of());
       end',
      'one_of_' || name, name, base
    );
    execute format(
      'create function %1$I(org_id uuid, id uuid) returns setof %2$I language sql stable
       begin atomic select %3$s from %4$I($1, $2) v; end',
      name || '_by_id', name, columns, 'one_of_' || name
    );
  end loop;
end $$;
