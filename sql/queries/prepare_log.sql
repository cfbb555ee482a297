-- What must be there before the first migration: the schema, its bookkeeping, and the role of requests.
create schema if not exists log;
create table if not exists log.migration (
  name text primary key,
  applied_at timestamptz not null default now()
);
do $$
begin
  if not exists (select from pg_roles where rolname = 'okrlog_request') then
    create role okrlog_request nologin;
  end if;
  if not pg_has_role('okrlog_request', 'member') then
    grant okrlog_request to current_user;
  end if;
end $$;
