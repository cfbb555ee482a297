-- What is to be done for cases, and what stands on the lists of meetings.
create table steps (
  like versioned including all,
  case_id uuid,
  meeting_id uuid,
  text text not null,
  due_on date,
  owner_person_id uuid,
  objective_ids uuid[] not null,
  done_on date,
  done_by_id uuid,
  note text,
  recorded_at timestamptz not null,
  version int not null,
  check ((case_id is null) <> (meeting_id is null))
);

create index on steps (org_id, case_id, created_position) where to_position = 9223372036854775807;
create index on steps (org_id, meeting_id, created_position) where to_position = 9223372036854775807;
