-- Key results with their metric; `target` is stated or follows from a change by so much; `original` is the metric as it stood when the cycle started,
-- `shift` is what revisions of the baseline moved into the unassigned part, null while they carried nothing over.
create table key_results (
  like versioned including all,
  objective_id uuid not null,
  key text not null,
  title text not null,
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
  baseline_source text,
  baseline_from date,
  baseline_on date,
  original jsonb,
  shift numeric,
  weight numeric not null,
  due_on date,
  recorded_at timestamptz not null,
  withdrawn_because text,
  version int not null
);

create index on key_results (org_id, objective_id, created_position) where to_position = 9223372036854775807;
