-- Changes of key results: what was stated before and after, and whether the cycle had started.
create table key_result_revisions (
  like versioned including all,
  key_result_id uuid not null,
  reason text not null,
  category text not null,
  actor_id uuid not null,
  recorded_at timestamptz not null,
  running boolean not null,
  request_id uuid,
  before jsonb not null,
  after jsonb not null
);

create index on key_result_revisions (org_id, key_result_id) where to_position = 9223372036854775807;
