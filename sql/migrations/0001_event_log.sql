-- The truth: what happened, in order, per organization. Nothing here is ever changed or deleted but the head.

-- Texts of the state that were loaded; one is adopted once it has been filled and found good.
create table log.state_version (
  version int primary key,
  digest bytea not null,
  created_at timestamptz not null default now(),
  adopted_at timestamptz
);

-- Where each organization's log stands; its row lock is the only point where writers of one organization wait.
create table log.head (
  org_id uuid primary key,
  epoch int not null,
  position bigint not null,
  chain bytea not null,
  recorded_at timestamptz not null,
  clock text not null check (clock in ('REAL', 'SIMULATED')),
  state_version int not null references log.state_version
) with (fillfactor = 50);

create table log.epoch (
  org_id uuid not null,
  epoch int not null,
  first_position bigint not null,
  previous_chain bytea not null,
  reason text not null,
  primary key (org_id, epoch)
);

create table log.event (
  org_id uuid not null,
  epoch int not null,
  position bigint not null check (position > 0),
  stream_id uuid not null,
  version int not null check (version > 0),
  event_id uuid not null,
  command_id uuid not null,
  type text not null,
  schema_version int not null,
  recorded_at timestamptz not null,
  actor_id uuid not null,
  body text not null,
  body_digest bytea not null check (length(body_digest) = 32),
  chain bytea not null check (length(chain) = 32),
  primary key (org_id, position),
  unique (org_id, stream_id, version)
);

-- Words that a person wrote: the fact commits to sha256(salt || value), so that both can be taken away.
create table log.private (
  org_id uuid not null,
  position bigint not null,
  field text not null,
  salt bytea not null,
  value text not null,
  primary key (org_id, position, field)
);

-- What an idempotency key was used for; the digest is an HMAC of mutation and input with a salt of its own.
create table log.command (
  org_id uuid not null,
  key text not null,
  command_id uuid not null,
  actor_id uuid not null,
  salt bytea not null,
  digest bytea not null,
  first_position bigint not null,
  last_position bigint not null,
  primary key (org_id, key)
);

create function log.refuse() returns trigger
language plpgsql as $$
begin
  raise exception 'the log is final: % on log.% is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger final before update or delete or truncate on log.event
  for each statement execute function log.refuse();
create trigger final before update or delete or truncate on log.private
  for each statement execute function log.refuse();
create trigger final before update or delete or truncate on log.command
  for each statement execute function log.refuse();
create trigger final before update or delete or truncate on log.epoch
  for each statement execute function log.refuse();
create trigger final before delete or truncate on log.head
  for each statement execute function log.refuse();
