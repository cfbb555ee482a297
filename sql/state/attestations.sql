-- What people said holds of objectives, key results, announcements and proposals; the latest word of each person stands.
create table attestations (
  like versioned including all,
  objective_id uuid,
  key_result_id uuid,
  announcement_id uuid,
  request_id uuid,
  person_id uuid not null,
  kind text not null,
  holds boolean not null,
  reason text,
  stands boolean not null,
  recorded_at timestamptz not null
);

create index on attestations (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on attestations (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on attestations (org_id, request_id, created_position)
  where to_position = 9223372036854775807 and request_id is not null;
create index on attestations (org_id, announcement_id, person_id)
  where to_position = 9223372036854775807 and announcement_id is not null;
