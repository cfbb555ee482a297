-- Ties between objectives that nothing is computed from.
create table links (
  like versioned including all,
  objective_id uuid not null,
  to_objective_id uuid not null,
  kind text not null,
  note text
);

create index on links (org_id, objective_id) where to_position = 9223372036854775807;
create index on links (org_id, to_objective_id) where to_position = 9223372036854775807;
