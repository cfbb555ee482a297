-- Meetings as they are planned, held or skipped; `objective_id` also names the objective of the key result.
create table meetings (
  like versioned including all,
  kind text not null,
  title text,
  topics text,
  planned_on date not null,
  starts_at text,
  time_zone text,
  join_at text,
  objective_id uuid,
  key_result_id uuid,
  team_id uuid,
  cycle_id uuid,
  mentorship_id uuid,
  of_cycle_id uuid,
  participant_ids uuid[] not null,
  state text not null,
  held_on date,
  note text,
  skipped_because text,
  author_id uuid not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on meetings (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on meetings (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on meetings (org_id, team_id, created_position) where to_position = 9223372036854775807;
create index on meetings (org_id, of_cycle_id, created_position) where to_position = 9223372036854775807;
create index on meetings (org_id, mentorship_id, created_position) where to_position = 9223372036854775807;
