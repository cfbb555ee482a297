-- Pieces of work in a tree, each with what it is for.
create table work_items (
  like versioned including all,
  objective_id uuid,
  key_result_id uuid,
  within_id uuid,
  from_key_result_id uuid,
  owner_person_id uuid,
  owner_team_id uuid,
  creator_id uuid not null,
  title text not null,
  kind text not null,
  sort text,
  verb text,
  counted text,
  scope text,
  criteria text,
  starts_on date,
  ends_on date,
  tracking text not null,
  effort numeric,
  state text not null,
  done numeric,
  spent numeric,
  criteria_met boolean not null,
  accepted_by_id uuid,
  edits int not null,
  recorded_at timestamptz not null,
  version int not null
);

create index on work_items (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on work_items (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on work_items (org_id, from_key_result_id) where to_position = 9223372036854775807;
create index on work_items (org_id, within_id, created_position) where to_position = 9223372036854775807;
create index on work_items (org_id, owner_person_id, created_position) where to_position = 9223372036854775807;
create index on work_items (org_id, owner_team_id, created_position) where to_position = 9223372036854775807;
