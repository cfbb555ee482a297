-- For whom a wall stands is found once in a statement, not once for each row that is looked up: a page looks up hundreds.
create or replace function log.wall(schema_name name) returns void
language plpgsql as $$
declare
  walled regclass;
begin
  for walled in
    select c.oid from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where c.relnamespace = schema_name::text::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s enable row level security', walled);
    execute format('drop policy if exists own on %s', walled);
    execute format(
      'create policy own on %s for select to okrlog_request'
      ' using (org_id = (select nullif(current_setting(''okrlog.organization'', true), '''')::uuid))', walled
    );
  end loop;
  -- Views would otherwise read as their owner does.
  for walled in
    select c.oid from pg_class c where c.relnamespace = schema_name::text::regnamespace and c.relkind = 'v'
  loop
    execute format('alter view %s set (security_invoker = true)', walled);
  end loop;
end $$;

select log.wall('log');
select log.wall(n.nspname) from pg_namespace n where n.nspname ~ '^state_[0-9]+(_now|_past)?$';
