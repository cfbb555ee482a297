-- What was learned.
create table insights (
  like versioned including all,
  text text not null,
  hypothesis_id uuid,
  objective_id uuid,
  key_result_id uuid,
  author_id uuid not null,
  recorded_at timestamptz not null
);

create index on insights (org_id, created_position) where to_position = 9223372036854775807;
create index on insights (org_id, hypothesis_id, created_position) where to_position = 9223372036854775807;
create index on insights (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on insights (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
