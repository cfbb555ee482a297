-- Key results with their metric; `target` is stated or follows from a change by so much; `original` is the metric as it stood when the cycle started,
-- `shift` is what revisions of the baseline moved into the unassigned part, null while they carried nothing over.
create table key_results (
  like versioned including all,
  objective_id uuid not null,
  key text not null,
  title text not null,
  verb text,
  counted text,
  state text not null,
  owner_person_id uuid,
  kind text not null,
  unit text,
  baseline numeric,
  target numeric,
  lower numeric,
  upper numeric,
  strict boolean not null,
  reading text not null,
  quantity text not null,
  change_percent numeric,
  change_by numeric,
  by date,
  numerator text,
  denominator text,
  within text,
  opens_on date,
  closes_on date,
  opens_with text,
  open_for_days int,
  baseline_source text,
  baseline_from date,
  baseline_on date,
  per text,
  combine text,
  per_person text,
  part_of_id uuid,
  paired_with_id uuid,
  carried_from_id uuid,
  from_work_item_id uuid,
  from_request_id uuid,
  kpi_id uuid,
  original jsonb,
  shift numeric,
  weight numeric not null,
  start_confidence numeric,
  indicator_kind text,
  growth text,
  ambition text,
  expected_score numeric,
  discipline text,
  due_on date,
  curve jsonb,
  recorded_at timestamptz not null,
  withdrawn_because text,
  withdrawn_as text,
  version int not null
);

-- However many organizations are small, none is taken for one of a single row, whose rows could all be looked through.
alter table key_results alter column org_id set (n_distinct = -0.01);

create index on key_results (org_id, objective_id, created_position) where to_position = 9223372036854775807;
create index on key_results (org_id, part_of_id) where to_position = 9223372036854775807 and part_of_id is not null;
create index on key_results (org_id, objective_id) where to_position = 9223372036854775807 and per_person is not null;
create index on key_results (org_id, paired_with_id)
  where to_position = 9223372036854775807 and paired_with_id is not null;
create index on key_results (org_id, from_work_item_id)
  where to_position = 9223372036854775807 and from_work_item_id is not null;
create index on key_results (org_id, from_request_id)
  where to_position = 9223372036854775807 and from_request_id is not null;
create index on key_results (org_id, kpi_id, created_position) where to_position = 9223372036854775807 and kpi_id is not null;
