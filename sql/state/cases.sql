-- What is to be dealt with; `objective_id` also names the objective of the key result that it is about, `circle_id` who is
-- in on it where few people are: the mentorship that it was opened in, or the case itself, whose owner is alone with it.
create table cases (
  like versioned including all,
  kind text not null,
  title text not null,
  text text,
  likelihood text,
  impact text,
  due_on date,
  objective_id uuid,
  key_result_id uuid,
  team_id uuid,
  cycle_id uuid,
  of_cycle_id uuid,
  of_team_id uuid,
  mentorship_id uuid,
  circle_id uuid,
  owner_person_id uuid not null,
  state text not null,
  outcome text,
  author_id uuid not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on cases (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on cases (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on cases (org_id, team_id, created_position) where to_position = 9223372036854775807;
create index on cases (org_id, of_team_id, created_position) where to_position = 9223372036854775807;
create index on cases (org_id, of_cycle_id, created_position) where to_position = 9223372036854775807;
create index on cases (org_id, owner_person_id, created_position) where to_position = 9223372036854775807;
create index on cases (org_id, mentorship_id, created_position) where to_position = 9223372036854775807;
