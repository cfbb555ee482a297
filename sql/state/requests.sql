-- What somebody asks of somebody else. Each kind of request states what it needs beside its text.
create table requests (
  like versioned including all,
  kind text not null,
  objective_id uuid not null,
  key_result_id uuid,
  asked_by_id uuid not null,
  of_person_id uuid,
  text text not null,
  target numeric,
  proposal jsonb,
  comment_id uuid,
  obstacle_id uuid,
  merged_into_id uuid,
  state text not null,
  answer text,
  answered_by_id uuid,
  answered_at timestamptz,
  recorded_at timestamptz not null,
  version int not null
);

create index on requests (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on requests (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on requests (org_id, asked_by_id, created_position) where to_position = 9223372036854775807;
create index on requests (org_id, merged_into_id, created_position)
  where to_position = 9223372036854775807 and merged_into_id is not null;
create index on requests (org_id, of_person_id, created_position) where to_position = 9223372036854775807;
