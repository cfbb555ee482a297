-- Words that were taken out of the history: of one fact, or all of a person who was forgotten.
create table redactions (
  like versioned including all,
  event_position bigint,
  fields text[],
  person_id uuid,
  reason text not null,
  author_id uuid not null,
  recorded_at timestamptz not null
);
