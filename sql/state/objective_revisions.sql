-- Edits of objectives with a reason: what was stated before and after, and whether the cycle had started.
create table objective_revisions (
  like versioned including all,
  objective_id uuid not null,
  reason text not null,
  category text,
  actor_id uuid not null,
  recorded_at timestamptz not null,
  running boolean not null,
  before jsonb not null,
  after jsonb not null
);

create index on objective_revisions (org_id, objective_id) where to_position = 9223372036854775807;
