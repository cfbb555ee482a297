-- A second wall between organizations: requests see the rows of the one that they are for, whatever a statement asks.
-- Where that is not said they see none. The owner, and what `append` does in its name, stands on both sides.

create function log.wall(schema_name name) returns void
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
      ' using (org_id = nullif(current_setting(''okrlog.organization'', true), '''')::uuid)', walled
    );
  end loop;
  -- Views would otherwise read as their owner does.
  for walled in
    select c.oid from pg_class c where c.relnamespace = schema_name::text::regnamespace and c.relkind = 'v'
  loop
    execute format('alter view %s set (security_invoker = true)', walled);
  end loop;
end $$;

create or replace function log.open_state(version int) returns void
language plpgsql as $$
declare
  part name;
begin
  foreach part in array array[
    format('state_%s', version), format('state_%s_now', version), format('state_%s_past', version)
  ] loop
    perform log.wall(part);
    execute format('grant usage on schema %I to okrlog_request', part);
    execute format('grant select on all tables in schema %I to okrlog_request', part);
  end loop;
end $$;

select log.wall('log');
select log.wall(n.nspname) from pg_namespace n where n.nspname ~ '^state_[0-9]+(_now|_past)?$';

-- What the server asks of all organizations at once: how far their logs are, and how far they were signed. It says nothing
-- of what stands in them.
create function log.heads() returns table (org_id uuid, epoch int, "position" bigint, state_version int)
language sql stable security definer set search_path = log, pg_temp as $$
  select h.org_id, h.epoch, h.position, h.state_version from log.head h
$$;

create function log.heads_of(organizations uuid[]) returns table (org_id uuid, epoch int, "position" bigint)
language sql stable security definer set search_path = log, pg_temp as $$
  select h.org_id, h.epoch, h.position from log.head h where h.org_id = any (organizations)
$$;

-- Which organizations have new facts whose last checkpoint is that old or that many facts ago. That a log was taken
-- away waits for the next fact of another kind: a checkpoint asked for right after an export fits it.
create function log.unsigned(seconds float8, facts bigint) returns table (org_id uuid)
language sql stable security definer set search_path = log, pg_temp as $$
  select h.org_id
  from log.head h
  cross join lateral (
    select t.position from log.event t
    where t.org_id = h.org_id and t.type <> 'LogExported'
    order by t.position desc
    limit 1
  ) t
  left join lateral (
    select c.position, c.issued_at from log.checkpoint c
    where c.org_id = h.org_id
    order by c.epoch desc, c.position desc
    limit 1
  ) c on true
  where t.position > coalesce(c.position, 0)
    and (c.position is null or now() - c.issued_at >= make_interval(secs => seconds) or t.position - c.position >= facts)
  order by h.org_id
$$;

-- The newest checkpoint of every organization.
create function log.newest_checkpoints() returns table (
  org_id uuid, epoch int, "position" bigint, chain bytea, root bytea
)
language sql stable security definer set search_path = log, pg_temp as $$
  select h.org_id, c.epoch, c.position, c.chain, c.root
  from log.head h
  cross join lateral (
    select * from log.checkpoint c
    where c.org_id = h.org_id
    order by c.epoch desc, c.position desc
    limit 1
  ) c
  order by h.org_id
$$;
