-- What was answered without a name, until it is added up and forgotten. It is in no fact: nothing here says who answered,
-- when, or in which order, and nothing of it is in an export.
create table log.ballot (
  org_id uuid not null,
  pulse_id uuid not null,
  id uuid not null default gen_random_uuid(),
  answers jsonb not null,
  primary key (org_id, pulse_id, id)
);

grant select on log.ballot to okrlog_request;
select log.wall('log');
