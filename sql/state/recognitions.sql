-- What people say was achieved, and by whom; `objective_id` also names the objective of the key result or the review.
create table recognitions (
  like versioned including all,
  objective_id uuid,
  key_result_id uuid,
  person_id uuid,
  team_id uuid,
  review_id uuid,
  text text not null,
  author_id uuid not null,
  withdrawn boolean not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on recognitions (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on recognitions (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on recognitions (org_id, person_id, created_position) where to_position = 9223372036854775807;
create index on recognitions (org_id, team_id, created_position) where to_position = 9223372036854775807;
create index on recognitions (org_id, review_id, created_position) where to_position = 9223372036854775807;
