-- Tables can be spread over many servers by Citus, which takes no policy with a subselect and gives each part of a table a
-- name of its own. There the wall is asked again for each row that is looked up; everywhere else it is found once.
create function log.wall(schema_name name, spread boolean) returns void
language plpgsql as $$
declare
  walled regclass;
  whose text := 'nullif(current_setting(''okrlog.organization'', true), '''')::uuid';
begin
  for walled in
    select c.oid from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where c.relnamespace = schema_name::text::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table %s enable row level security', walled);
    execute format('drop policy if exists own on %s', walled);
    execute format(
      'create policy own on %s for select to okrlog_request using (org_id = %s)',
      walled, case when spread then whose else format('(select %s)', whose) end
    );
  end loop;
  -- Views would otherwise read as their owner does.
  for walled in
    select c.oid from pg_class c where c.relnamespace = schema_name::text::regnamespace and c.relkind = 'v'
  loop
    execute format('alter view %s set (security_invoker = true)', walled);
  end loop;
end $$;

create or replace function log.wall(schema_name name) returns void
language sql as $$
  select log.wall(schema_name, exists (select from pg_extension where extname = 'citus'))
$$;

-- The row of a part of the table is none of the table's own type.
create or replace function log.let_values_go() returns trigger
language plpgsql as $$
declare
  event log.event;
  private log.private := old;
begin
  select e.* into event from log.event e where e.org_id = old.org_id and e.position = old.position;
  if not coalesce(log.takes_away(log.redaction_under_way(old.org_id), event, private), false)
    or (new.org_id, new.position, new.field, new.salt, new.value, new.needed)
      is distinct from
      (old.org_id, old.position, old.field, null::bytea, case when old.needed then '[redacted]' end, old.needed)
  then
    raise exception 'the log is final: % on log.% is refused', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
