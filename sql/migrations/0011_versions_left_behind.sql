-- Where an organization left a version of the state for another: whoever goes back goes on behind that.
create table log.state_left (
  org_id uuid not null,
  state_version int not null,
  position bigint not null,
  left_at timestamptz not null default now(),
  primary key (org_id, state_version)
);
grant select on log.state_left to okrlog_request;
alter table log.state_left enable row level security;
create policy own on log.state_left for select to okrlog_request
using (org_id = (select nullif(current_setting('okrlog.organization', true), '')::uuid));

-- Which release made a version of the state: one that is older does not replace it.
alter table log.state_version add column release text;
