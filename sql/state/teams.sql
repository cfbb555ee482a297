-- The company, its departments and teams.
create table teams (
  like versioned including all,
  name text not null,
  kind text not null,
  check_in_every text,
  creating text not null,
  contributing text not null,
  max_active_objectives int,
  limit_reason text,
  level_name text,
  participation text,
  participates_from date,
  participates_until date,
  participation_reason text,
  wave int,
  working_agreement text,
  parent_id uuid,
  version int not null
);

create index on teams (org_id, parent_id) where to_position = 9223372036854775807;
