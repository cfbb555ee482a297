-- What people said about objectives, key results and reports.
create table comments (
  like versioned including all,
  objective_id uuid not null,
  key_result_id uuid,
  check_in_id uuid,
  author_id uuid not null,
  text text not null,
  withdrawn boolean not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on comments (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on comments (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on comments (org_id, check_in_id, created_position) where to_position = 9223372036854775807;
