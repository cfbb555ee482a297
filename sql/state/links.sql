-- Ties of objectives to others, or to what a review taught; nothing is computed from them.
create table links (
  like versioned including all,
  objective_id uuid not null,
  to_objective_id uuid,
  to_answer_id uuid,
  kind text not null,
  note text,
  check ((to_objective_id is null) <> (to_answer_id is null))
);

create index on links (org_id, objective_id) where to_position = 9223372036854775807;
create index on links (org_id, to_objective_id) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on links (org_id, objective_id, to_position);
create index on links (org_id, to_objective_id, to_position);
