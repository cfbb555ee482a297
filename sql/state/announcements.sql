-- Objectives that were made known: those of a cycle, of a team in it, or one.
create table announcements (
  like versioned including all,
  cycle_id uuid not null,
  team_id uuid,
  objective_id uuid,
  text text not null,
  author_id uuid not null,
  withdrawn boolean not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on announcements (org_id, cycle_id, created_position) where to_position = 9223372036854775807;
create index on announcements (org_id, team_id, created_position) where to_position = 9223372036854775807;
create index on announcements (org_id, objective_id, created_position) where to_position = 9223372036854775807;
