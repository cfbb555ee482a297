-- Records of people sitting together over something; `agenda` is what was in the way of the team then, and
-- `objective_id` also names the objective of the key result that it is about.
create table reviews (
  like versioned including all,
  kind text not null,
  held_on date not null,
  note text,
  on_pace boolean,
  objective_id uuid,
  key_result_id uuid,
  team_id uuid,
  cycle_id uuid,
  work_item_id uuid,
  of_objective_id uuid,
  meeting_id uuid,
  sprint_ids uuid[],
  of_cycle_id uuid,
  participant_ids uuid[] not null,
  agenda uuid[] not null,
  author_id uuid not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on reviews (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on reviews (org_id, work_item_id, created_position) where to_position = 9223372036854775807;
create index on reviews (org_id, meeting_id, created_position) where to_position = 9223372036854775807;
create index on reviews (org_id, team_id, created_position) where to_position = 9223372036854775807;
create index on reviews (org_id, cycle_id, created_position) where to_position = 9223372036854775807;
