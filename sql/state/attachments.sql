-- What stands outside and belongs to objectives and key results: documents, discussions, partners, dependencies; and what
-- is to be learned from, which belongs to everybody where it names no objective.
create table attachments (
  like versioned including all,
  kind text not null,
  title text not null,
  uri text,
  note text,
  objective_id uuid,
  key_result_id uuid,
  author_id uuid not null,
  recorded_at timestamptz not null
);

create index on attachments (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on attachments (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on attachments (org_id, objective_id, to_position);
create index on attachments (org_id, key_result_id, to_position);
