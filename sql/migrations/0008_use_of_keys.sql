-- When the keys of programs were last used, to the minute. It is no fact: nobody decided anything, and it would be most
-- of the log.
create table log.api_key_use (
  org_id uuid not null,
  api_key_id uuid not null,
  used_at timestamptz not null,
  primary key (org_id, api_key_id)
);

create function log.note_api_key_use(org_id uuid, api_key_id uuid) returns void
language plpgsql security definer set search_path = log, pg_temp as $$
begin
  perform log.check_organization(org_id);
  insert into log.api_key_use as u values (org_id, api_key_id, now())
  on conflict on constraint api_key_use_pkey do update
  set used_at = excluded.used_at
  where u.used_at < excluded.used_at - interval '1 minute';
end $$;

grant select on log.api_key_use to okrlog_request;
select log.wall('log');
