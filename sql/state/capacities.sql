-- How much work teams can take on in cycles, as was said last.
create table capacities (
  like versioned including all,
  team_id uuid not null,
  cycle_id uuid not null,
  days numeric not null,
  note text,
  author_id uuid not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on capacities (org_id, team_id, created_position) where to_position = 9223372036854775807;
create index on capacities (org_id, cycle_id, created_position) where to_position = 9223372036854775807;
