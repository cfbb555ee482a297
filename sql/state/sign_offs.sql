-- What people said about objectives; the latest of each person stands.
create table sign_offs (
  like versioned including all,
  objective_id uuid not null,
  person_id uuid not null,
  stance text not null,
  comment text,
  stands boolean not null,
  recorded_at timestamptz not null
);

create index on sign_offs (org_id, objective_id, created_position) where to_position = 9223372036854775807;
