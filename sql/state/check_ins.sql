-- Reports. `place` is where a report stands among others of its day: a correction takes the place of what it
-- corrects, `first_id` is the report that was corrected first, with which all stands that it left open;
-- `person_id` is who made it, for whom it counts where each person reports their own. `rest` is what a report of the whole left over for nobody in particular.
-- `kpi_value_id` is what was measured of the KPI that the key result follows: nobody reported that by hand.
create table check_ins (
  like versioned including all,
  key_result_id uuid not null,
  contribution_id uuid,
  author_id uuid not null,
  person_id uuid not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  rest numeric,
  confidence numeric,
  status text,
  note text,
  milestones_done uuid[] not null,
  milestones_undone uuid[] not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  place bigint not null,
  first_id uuid not null,
  corrects_id uuid,
  corrected_by_id uuid,
  kpi_value_id uuid,
  acknowledges_health boolean not null,
  corrected_because text,
  retracted_because text,
  retracted boolean not null
);

create index on check_ins (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
-- What was reported later than what is read need not be fetched to be passed over.
create index on check_ins (org_id, key_result_id, occurred_on, place, created_position)
  where to_position = 9223372036854775807;
create index on check_ins (org_id, kpi_value_id) where to_position = 9223372036854775807 and kpi_value_id is not null;
