-- Ways in which hypotheses are tried; `objective_id` is that of the piece of work in which it is done.
create table experiments (
  like versioned including all,
  hypothesis_id uuid not null,
  work_item_id uuid,
  objective_id uuid,
  setup text not null,
  author_id uuid not null,
  recorded_at timestamptz not null,
  result text,
  winner_id uuid
);

create index on experiments (org_id, hypothesis_id, created_position) where to_position = 9223372036854775807;
create index on experiments (org_id, work_item_id, created_position) where to_position = 9223372036854775807;
