-- What was measured of KPIs. `place` is where a value stands among others of its day: a correction takes the place of
-- what it corrects.
create table kpi_values (
  like versioned including all,
  kpi_id uuid not null,
  value numeric not null,
  source text,
  note text,
  occurred_on date not null,
  place bigint not null,
  author_id uuid not null,
  recorded_at timestamptz not null,
  earlier_kpi_value_id uuid,
  corrected_by_id uuid,
  corrected_because text
);

create index on kpi_values (org_id, kpi_id, created_position) where to_position = 9223372036854775807;
create index on kpi_values (org_id, kpi_id, occurred_on, place) where to_position = 9223372036854775807;
