-- What the people of a team, or everybody, were asked in a cycle; once it is closed, what they said without their names,
-- added up.
create table pulses (
  like versioned including all,
  title text,
  cycle_id uuid not null,
  team_id uuid,
  questions jsonb not null,
  answers_least int not null,
  state text not null,
  answered int,
  tallies jsonb not null,
  remarks jsonb not null,
  author_id uuid not null,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  version int not null
);

create index on pulses (org_id, cycle_id, created_position) where to_position = 9223372036854775807;
create index on pulses (org_id, team_id, created_position) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on pulses (org_id, cycle_id, to_position);
create index on pulses (org_id, team_id, to_position);
