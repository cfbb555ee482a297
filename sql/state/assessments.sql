-- Scores that people gave to objectives and key results; one per noun and kind, of SELF one per author.
create table assessments (
  like versioned including all,
  noun_id uuid not null,
  kind text not null,
  value numeric not null,
  author_id uuid not null,
  recorded_at timestamptz not null,
  comment text,
  participant_ids uuid[] not null,
  votes jsonb not null
);

create index on assessments (org_id, noun_id) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on assessments (org_id, noun_id, to_position);
