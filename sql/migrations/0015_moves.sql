-- Organizations that went to another server: where to, and what their heads were. What has no head here is served by
-- nobody, and all that is left of it may be taken away; a head goes only where this says so.
create table log.moved (
  org_id uuid primary key,
  server text not null,
  epoch int not null,
  position bigint not null,
  chain bytea not null,
  recorded_at timestamptz not null,
  clock text not null,
  state_version int not null,
  moved_at timestamptz not null default now()
);

grant select on log.moved to okrlog_request;
select log.wall('log');

create function log.let_head_go() returns trigger
language plpgsql as $$
begin
  if not exists (
    select from log.moved m
    where (m.org_id, m.epoch, m.position, m.chain) = (old.org_id, old.epoch, old.position, old.chain)
  ) then
    raise exception 'the log is final: % on log.% is refused', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;

create function log.let_moved_go() returns trigger
language plpgsql as $$
begin
  if exists (select from log.head h where h.org_id = old.org_id) then
    raise exception 'the log is final: % on log.% is refused', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['event', 'epoch', 'subtree', 'checkpoint'] loop
    execute format('drop trigger final on log.%I', name);
    execute format(
      'create trigger final before update or truncate on log.%I for each statement execute function log.refuse()', name
    );
  end loop;
  foreach name in array array['private', 'command'] loop
    execute format('drop trigger gone on log.%I', name);
    execute format(
      'create trigger kept before truncate on log.%I for each statement execute function log.refuse()', name
    );
  end loop;
  foreach name in array array['event', 'epoch', 'subtree', 'checkpoint', 'private', 'command'] loop
    execute format(
      'create trigger gone before delete on log.%I for each row execute function log.let_moved_go()', name
    );
  end loop;
end $$;
drop trigger final on log.head;
create trigger final before truncate on log.head
  for each statement execute function log.refuse();
create trigger gone before delete on log.head
  for each row execute function log.let_head_go();

-- Takes away all that is left of an organization that is not here, in every version of the state too.
create function log.forget(org_id uuid) returns void
language plpgsql as $$
declare
  name text;
begin
  for name in
    select format('%I.%I', n.nspname, c.relname)
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where n.nspname ~ '^(log|state_[0-9]+)$' and c.relkind = 'r'
      and c.oid not in ('log.head'::regclass, 'log.moved'::regclass)
  loop
    execute format('delete from %s t where t.org_id = $1', name) using org_id;
  end loop;
end $$;
