-- That somebody answered a pulse, and what they said where they said it in their own name; each has a circle: who answered,
-- and then who asked.
create table pulse_answers (
  like versioned including all,
  pulse_id uuid not null,
  author_id uuid not null,
  holder_id uuid,
  named boolean not null,
  answers jsonb not null,
  recorded_at timestamptz not null
);

create index on pulse_answers (org_id, pulse_id, created_position) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on pulse_answers (org_id, pulse_id, to_position);
-- What somebody has answered so far, among what all others have.
create index on pulse_answers (org_id, author_id, to_position);
