-- Ties of objectives to others, to what they serve, or to what they come from; nothing is computed from them.
create table links (
  like versioned including all,
  objective_id uuid not null,
  to_objective_id uuid,
  to_answer_id uuid,
  to_aspiration_id uuid,
  to_kpi_id uuid,
  to_hypothesis_id uuid,
  to_insight_id uuid,
  kind text not null,
  note text,
  check (num_nonnulls(
    to_objective_id, to_answer_id, to_aspiration_id, to_kpi_id, to_hypothesis_id, to_insight_id
  ) = 1)
);

create index on links (org_id, objective_id) where to_position = 9223372036854775807;
create index on links (org_id, to_objective_id) where to_position = 9223372036854775807;
create index on links (org_id, to_aspiration_id)
  where to_position = 9223372036854775807 and to_aspiration_id is not null;
create index on links (org_id, to_kpi_id) where to_position = 9223372036854775807 and to_kpi_id is not null;
create index on links (org_id, to_hypothesis_id)
  where to_position = 9223372036854775807 and to_hypothesis_id is not null;
create index on links (org_id, to_insight_id) where to_position = 9223372036854775807 and to_insight_id is not null;
-- What has ended is found in the past alone.
create index on links (org_id, objective_id, to_position);
create index on links (org_id, to_objective_id, to_position);
create index on links (org_id, to_aspiration_id, to_position) where to_aspiration_id is not null;
create index on links (org_id, to_kpi_id, to_position) where to_kpi_id is not null;
create index on links (org_id, to_hypothesis_id, to_position) where to_hypothesis_id is not null;
create index on links (org_id, to_insight_id, to_position) where to_insight_id is not null;
