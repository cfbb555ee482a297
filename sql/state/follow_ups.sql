-- Things to come back to, from reviews or parked by somebody; `of_cycle_id` is the cycle they come from.
create table follow_ups (
  like versioned including all,
  text text not null,
  kind text not null,
  review_id uuid,
  objective_id uuid,
  key_result_id uuid,
  team_id uuid,
  obstacle_id uuid,
  of_cycle_id uuid,
  for_cycle_id uuid,
  noted_on date not null,
  open boolean not null,
  outcome text,
  author_id uuid not null,
  recorded_at timestamptz not null,
  place bigint not null,
  version int not null
);

create index on follow_ups (org_id, review_id) where to_position = 9223372036854775807;
create index on follow_ups (org_id, for_cycle_id) where to_position = 9223372036854775807;
create index on follow_ups (org_id, team_id) where to_position = 9223372036854775807;
