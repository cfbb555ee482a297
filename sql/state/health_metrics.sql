-- KPIs that are to stay healthy while an objective, those of a team, or all are pursued; `accepted_position` is where it
-- was last accepted what is done about one that is red.
create table health_metrics (
  like versioned including all,
  kpi_id uuid not null,
  objective_id uuid,
  team_id uuid,
  note text,
  action text,
  accepted_by_id uuid,
  accepted_position bigint
);

create index on health_metrics (org_id, kpi_id, created_position) where to_position = 9223372036854775807;
create index on health_metrics (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on health_metrics (org_id, team_id, created_position) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on health_metrics (org_id, kpi_id, to_position);
create index on health_metrics (org_id, objective_id, to_position);
create index on health_metrics (org_id, team_id, to_position);
