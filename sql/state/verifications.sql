-- What those found who checked the log.
create table verifications (
  like versioned including all,
  first_position bigint not null,
  last_position bigint not null,
  chain text not null,
  fault text,
  author_id uuid not null,
  recorded_at timestamptz not null
);
