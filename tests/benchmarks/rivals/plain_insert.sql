-- What an application without an event log would write: a row with the next number of a sequence.
create table plain_event (
  id bigserial primary key,
  org_id uuid not null,
  stream_id uuid not null,
  type text not null,
  recorded_at timestamptz not null default now(),
  body text not null
);
