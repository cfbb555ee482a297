-- Who belongs to which team; the id is made of both, so that nobody is in a team twice.
create table team_members (
  like versioned including all,
  team_id uuid not null,
  person_id uuid not null,
  role text not null,
  recorded_at timestamptz not null
);

create index on team_members (org_id, team_id, created_position) where to_position = 9223372036854775807;
create index on team_members (org_id, person_id) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on team_members (org_id, team_id, to_position);
create index on team_members (org_id, person_id, to_position);
