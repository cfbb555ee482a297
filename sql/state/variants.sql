-- What experiments hold against each other; `place` orders variants of all experiments.
create table variants (
  like versioned including all,
  experiment_id uuid not null,
  name text not null,
  description text,
  value numeric,
  result text,
  place bigint not null
);

create index on variants (org_id, experiment_id, place) where to_position = 9223372036854775807;
