-- Each text of the state lives in schemas of its own: tables and folds, and on top of them what is shown now and of the past.

create function log.create_state(version int) returns void
language plpgsql as $$
begin
  execute format('create schema state_%s', version);
  execute format('create schema state_%s_now', version);
  execute format('create schema state_%s_past', version);
end $$;

-- Requests read everything, and write through `append` alone.
create function log.open_state(version int) returns void
language plpgsql as $$
begin
  execute format(
    'grant usage on schema state_%1$s, state_%1$s_now, state_%1$s_past to okrlog_request', version
  );
  execute format(
    'grant select on all tables in schema state_%1$s, state_%1$s_now, state_%1$s_past to okrlog_request', version
  );
end $$;

create function log.drop_state(version int) returns void
language plpgsql as $$
begin
  execute format('drop schema if exists state_%1$s_past, state_%1$s_now, state_%1$s cascade', version);
end $$;

-- A login of requests becomes a member of the role that owns nothing.
create function log.admit(login name) returns void
language plpgsql as $$
begin
  if login <> current_user and not pg_has_role(login, 'okrlog_request', 'member') then
    execute format('grant okrlog_request to %I', login);
  end if;
end $$;

grant usage on schema log to okrlog_request;
grant select on all tables in schema log to okrlog_request;
