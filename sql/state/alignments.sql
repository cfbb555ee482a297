-- What supports what.
create table alignments (
  like versioned including all,
  objective_id uuid not null,
  to_objective_id uuid,
  to_key_result_id uuid,
  roll_up text not null,
  weight numeric not null,
  rationale text,
  contribution_statement text,
  version int not null,
  check ((to_objective_id is null) <> (to_key_result_id is null))
);

create index on alignments (org_id, objective_id) where to_position = 9223372036854775807;
create index on alignments (org_id, to_objective_id, created_position) where to_position = 9223372036854775807;
create index on alignments (org_id, to_key_result_id, created_position) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on alignments (org_id, objective_id, to_position);
create index on alignments (org_id, to_objective_id, to_position);
create index on alignments (org_id, to_key_result_id, to_position);
