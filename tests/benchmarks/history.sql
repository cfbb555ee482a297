-- Makes a state old, and one of many, as years of use would.

-- The tables of a state with their columns, but for those named.
create function pg_temp.columns_of(schema name, variadic but name[])
returns table (place regclass, columns text)
language sql
begin atomic
  select c.oid::regclass, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname <> all (but)
  where c.relnamespace = schema::regnamespace and c.relkind = 'r' and c.relname not in ('versioned', 'mentions')
  group by c.oid;
end;

-- Every row but those of reports gets so many versions, each two positions after the one before, up to the head of the log.
create procedure pg_temp.revise_often(schema name, organization uuid, versions int, head bigint)
language plpgsql as $$
declare
  name regclass;
  columns text;
begin
  for name, columns in select * from pg_temp.columns_of(schema, 'from_position', 'to_position') loop
    continue when name = format('%I.check_ins', schema)::regclass;
    execute format(
      'insert into %1$s (from_position, to_position, %2$s)
       select case v when 0 then from_position else $2 + 2 * v end, $2 + 2 * (v + 1), %2$s
       from %1$s, generate_series(0, $3 - 2) v
       where org_id = $1 and to_position = 9223372036854775807 and from_position <= $2',
      name, columns
    ) using organization, head - 2 * versions, versions;
    execute format(
      'update %1$s set from_position = $2 + 2 * ($3 - 1)
       where org_id = $1 and to_position = 9223372036854775807 and from_position <= $2',
      name
    ) using organization, head - 2 * versions, versions;
  end loop;
end $$;

-- Reports stay as they were said: each is followed by others, on later days.
create procedure pg_temp.report_often(schema name, organization uuid, reports int, head bigint)
language plpgsql as $$
declare
  columns text;
begin
  select c.columns into columns
  from pg_temp.columns_of(schema, 'id', 'first_id', 'from_position', 'created_position', 'place', 'occurred_on') c
  where c.place = format('%I.check_ins', schema)::regclass;
  execute format(
    'insert into %1$I.check_ins (id, first_id, from_position, created_position, place, occurred_on, %2$s)
     select fresh, fresh, at, at, 1000000 * place + at, occurred_on + later, %2$s from (
       select c.*, later, $2 + 2 * later as at, gen_random_uuid() as fresh
       from %1$I.check_ins c, generate_series(1, $3 - 1) later
       where c.org_id = $1 and c.to_position = 9223372036854775807
     ) x',
    schema, columns
  ) using organization, head - 2 * reports, reports;
end $$;

-- So many organizations that look the same.
create procedure pg_temp.found_others(schema name, organization uuid, others int)
language plpgsql as $$
declare
  ids uuid[] := array(select gen_random_uuid() from generate_series(1, others));
  name regclass;
  columns text;
begin
  for name, columns in select * from pg_temp.columns_of(schema, 'org_id') loop
    execute format(
      'insert into %1$s (org_id, %2$s) select other, %2$s from %1$s, unnest($2) other where org_id = $1',
      name, columns
    ) using organization, ids;
  end loop;
end $$;
