-- What people said about objectives, key results, reports and what was made known; `answers_id` is the comment with
-- which a thread begins. What is `open` waits for an outcome.
create table comments (
  like versioned including all,
  objective_id uuid,
  key_result_id uuid,
  check_in_id uuid,
  announcement_id uuid,
  answers_id uuid,
  author_id uuid not null,
  text text not null,
  kind text not null,
  open boolean not null,
  outcome text,
  resolved_by_id uuid,
  withdrawn boolean not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on comments (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on comments (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on comments (org_id, check_in_id, created_position) where to_position = 9223372036854775807;
create index on comments (org_id, announcement_id, created_position)
  where to_position = 9223372036854775807 and announcement_id is not null;
create index on comments (org_id, answers_id, created_position)
  where to_position = 9223372036854775807 and answers_id is not null;
