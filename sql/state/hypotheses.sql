-- What is assumed and can be tried.
create table hypotheses (
  like versioned including all,
  problem text not null,
  assumption text not null,
  statement text not null,
  owner_team_id uuid,
  refines_id uuid,
  author_id uuid not null,
  recorded_at timestamptz not null,
  verdict text,
  reason text,
  version int not null
);

create index on hypotheses (org_id, created_position) where to_position = 9223372036854775807;
create index on hypotheses (org_id, refines_id) where to_position = 9223372036854775807;
