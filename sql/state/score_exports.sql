-- Who asked for the scores of a person, what for, and whether they were given.
create table score_exports (
  like versioned including all,
  person_id uuid not null,
  cycle_id uuid not null,
  purpose text not null,
  reason text not null,
  given boolean not null,
  author_id uuid not null,
  recorded_at timestamptz not null
);

create index on score_exports (org_id, person_id, created_position) where to_position = 9223372036854775807;
