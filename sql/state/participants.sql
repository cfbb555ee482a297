-- People and teams that take part in objectives that are not theirs.
create table participants (
  like versioned including all,
  objective_id uuid not null,
  person_id uuid,
  team_id uuid,
  role text not null,
  check ((person_id is null) <> (team_id is null))
);

create index on participants (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on participants (org_id, person_id, created_position) where to_position = 9223372036854775807;
create index on participants (org_id, team_id, created_position) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on participants (org_id, objective_id, to_position);
create index on participants (org_id, person_id, to_position);
create index on participants (org_id, team_id, to_position);
