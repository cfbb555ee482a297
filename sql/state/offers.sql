-- Help that people offer to who asked for it.
create table offers (
  like versioned including all,
  request_id uuid not null,
  objective_id uuid not null,
  person_id uuid not null,
  text text not null,
  recorded_at timestamptz not null
);

create index on offers (org_id, request_id, created_position) where to_position = 9223372036854775807;
