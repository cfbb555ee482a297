-- What was signed of each log, and the tree over it as far as it is complete: made beside the append, from the chain.

-- The top of each complete subtree of 256, 65,536, … leaves; what is below them is in the log.
create table log.subtree (
  org_id uuid not null,
  height int not null check (height % 8 = 0 and height > 0),
  number bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (org_id, height, number)
);

-- Up to where a log was signed, with the root over it; the signature follows from the key.
create table log.checkpoint (
  org_id uuid not null,
  epoch int not null,
  position bigint not null check (position > 0),
  chain bytea not null check (length(chain) = 32),
  root bytea not null check (length(root) = 32),
  issued_at timestamptz not null default now(),
  primary key (org_id, epoch, position)
);

create trigger final before update or delete or truncate on log.subtree
  for each statement execute function log.refuse();
create trigger final before update or delete or truncate on log.checkpoint
  for each statement execute function log.refuse();

create function log.check_organization(org_id uuid) returns void
language plpgsql stable as $$
begin
  if org_id is distinct from nullif(current_setting('okrlog.organization', true), '')::uuid then
    raise exception 'organization % is not the one of this transaction', org_id using errcode = 'OK002';
  end if;
end $$;

-- Servers may come to the same subtree at once: it is the same for all.
create function log.keep_subtrees(org_id uuid, height int, first bigint, hashes bytea[]) returns void
language plpgsql security definer set search_path = log, pg_temp as $$
begin
  perform log.check_organization(org_id);
  insert into log.subtree
  select keep_subtrees.org_id, keep_subtrees.height, first + kept.place - 1, kept.hash
  from unnest(hashes) with ordinality kept (hash, place)
  on conflict do nothing;
end $$;

-- Nothing is noted but what stands in the log.
create function log.keep_checkpoint(org_id uuid, "position" bigint, chain bytea, root bytea) returns void
language plpgsql security definer set search_path = log, pg_temp as $$
begin
  perform log.check_organization(org_id);
  insert into log.checkpoint
  select e.org_id, e.epoch, e.position, e.chain, keep_checkpoint.root
  from log.event e
  where (e.org_id, e.position, e.chain) = (keep_checkpoint.org_id, keep_checkpoint.position, keep_checkpoint.chain)
  on conflict do nothing;
end $$;

grant select on log.subtree, log.checkpoint to okrlog_request;
